import { expect, type Page } from '@playwright/test'
import { DEFAULT_KEY } from '../likedo/server'
import type { App } from './launch'

/** Fills in "Connect LikeDo" for a server on loopback and presses Connect. */
export async function connectLikeDo(page: Page, origin: string, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Connect LikeDo' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await dialog.getByLabel('API key', { exact: true }).fill(key)
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Server address').fill(origin)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** The same, up to the list. */
export async function connectAndOpenList(page: Page, origin: string, key: string): Promise<void> {
  await connectLikeDo(page, origin, key)
  await expect(status(page)).toContainText('Connected.')
  await expect(page.getByRole('button', { name: 'New address', exact: true })).toBeEnabled()
}

/** An account without the dialog, for journeys that are about something else. */
export async function addAccount(page: Page, server: string, key = DEFAULT_KEY): Promise<void> {
  const added = await page.evaluate(
    (given) =>
      window.bridge.call('accounts.add', {
        service: 'likedo',
        ...given,
        plan: 'free',
        requestsPerHour: null,
        keyEndsOn: null,
        keyKept: 'keychain',
        whenUnreached: 'say',
      }),
    { server, key },
  )
  expect(added).toMatchObject({ ok: true })
}

/** Closes the main window as its user does. */
export const closeWindow = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close()
  })

/** Whether any of Mailroom's windows can be seen. */
export const isAnyWindowVisible = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible()),
  )

/** Where every ending is said. */
export const status = (page: Page) => page.getByRole('status', { name: 'Notices' })

export const pressNewAddress = (page: Page) =>
  page.getByRole('button', { name: 'New address', exact: true }).click()

/** The address that the window says is copied. */
export async function copiedAddress(page: Page): Promise<string> {
  const words = status(page)
    .getByText(/^Copied: /)
    .last()
  await expect(words).toBeVisible()
  return ((await words.textContent()) ?? '').replace('Copied: ', '')
}

/** The rows of the list, newest first, without its header. */
export const addressRows = (page: Page) =>
  page.getByRole('grid', { name: 'Addresses' }).getByRole('row').filter({ hasText: '@' })
