import { expect, type Locator, type Page } from '@playwright/test'
import { LITEMAIL_KEY } from '../litemail/server'

export interface ConnectWish {
  /** `litemail.server`. */
  readonly server: string
  /** Default: the key of the service's default user. */
  readonly key?: string
  readonly name?: string
  readonly authentication?: 'API key' | 'JWT'
}

/** Fills in "Connect Litemail" for a server on loopback and presses Connect. */
export async function fillConnectLitemail(page: Page, wish: ConnectWish): Promise<Locator> {
  const { server, key = LITEMAIL_KEY, name, authentication } = wish
  if (!(await page.getByRole('dialog').isVisible()))
    await page.getByRole('button', { name: 'Connect Litemail' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Connect Litemail' })
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Server address').fill(server)
  if (name !== undefined) await dialog.getByLabel('Name').fill(name)
  if (authentication !== undefined)
    await dialog.getByRole('radiogroup').getByText(authentication, { exact: true }).click()
  // The choice of the authentication is labelled so, too.
  await dialog
    .getByLabel(authentication ?? 'API key', { exact: true })
    .and(page.locator('[type=password]'))
    .fill(key)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  return dialog
}

/** An account added past the dialog: by one call of the window. Its key is kept unchecked where the service is not reached. */
export async function addLitemail(
  page: Page,
  server: string,
  name?: string,
  key = LITEMAIL_KEY,
): Promise<void> {
  const added = await page.evaluate(
    ([server = '', key = '', name]) =>
      window.bridge.call('litemail.connect', {
        server,
        key,
        authentication: 'api-key',
        ...(name === undefined ? {} : { name }),
        keyKept: 'keychain',
        whenUnreached: 'save-unchecked',
      }),
    name === undefined ? [server, key] : [server, key, name],
  )
  expect(added).toMatchObject({ ok: true })
}

/** The same, up to the closed "What answers"; says what that said: "Tried 16 reads, 11 answered. Nothing was changed." */
export async function connectLitemail(page: Page, wish: ConnectWish): Promise<string> {
  await fillConnectLitemail(page, wish)
  const answers = page.getByRole('dialog', { name: /^What answers/ })
  const tried = answers.getByText(/^Tried \d+ reads, \d+ answered\. Nothing was changed\.$/)
  await expect(tried).toBeVisible({ timeout: 30_000 })
  const words = (await tried.textContent()) ?? ''
  await answers.getByRole('button', { name: 'Close' }).first().click()
  await expect(answers).toHaveCount(0)
  return words
}

type Screen = 'Overview' | 'Mailboxes' | 'Domains' | 'Exports' | 'Billing'

/** Goes to a screen of the fleet by the sidebar. */
export const openFleet = (page: Page, screen: Screen): Promise<void> =>
  page.getByRole('navigation', { name: 'Main' }).getByText(screen, { exact: true }).click()

/** The line that says how fresh a list of the fleet is. */
export const freshness = (page: Page) => page.getByRole('status', { name: 'How fresh this is' })

export const fleetGrid = (page: Page, list: 'Mailboxes' | 'Domains') => page.getByRole('grid', { name: list })

/** So many rows has the list, shown or not. */
export const expectRows = (page: Page, list: 'Mailboxes' | 'Domains', count: number): Promise<void> =>
  // Its header is a row, too.
  expect(fleetGrid(page, list)).toHaveAttribute('aria-rowcount', String(count + 1), { timeout: 30_000 })

/** The row of a mailbox or domain that is in sight. */
export const fleetRow = (page: Page, list: 'Mailboxes' | 'Domains', text: string) =>
  fleetGrid(page, list).getByRole('row').filter({ hasText: text })
