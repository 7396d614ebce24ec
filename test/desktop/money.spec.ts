import type { Locator, Page } from '@playwright/test'
import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, freshness, openFleet } from '../support/app/fleetJourney'
import { LITEMAIL_KEY } from '../support/litemail/server'

// What an account pays with, and what it has beside mailboxes and domains, is changed by keys: each write is filled in, shown,
// confirmed and sent once, and what it changed is read again.

const FLEET = { workspaces: ['Acme', 'Globex'], domains: 2, mailboxes: 6, tags: 2, subscriptions: 2 }

test.use({ litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: FLEET }] } })

const region = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name })
const plan = (page: Page, name: string) => page.getByRole('alertdialog', { name })

/** Unlocks and confirms what is shown, as it asks for. */
async function confirm(shown: Locator, { typed }: { readonly typed?: string } = {}): Promise<void> {
  const unlock = shown.getByLabel('I have read Litemail’s page for this operation')
  await expect(shown.getByRole('grid', { name: 'What is sent' })).toBeVisible()
  if (await unlock.isVisible()) await unlock.press('Space')
  if (typed !== undefined) await shown.getByLabel(/^Type “/).fill(typed)
  const button = shown.getByRole('button').last()
  await expect(button).toBeEnabled()
  await button.press('Enter')
  await expect(shown).toHaveCount(0)
}

test('funds are added, the wallet is set, details are saved, a subscription is upgraded and cancelled', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Billing')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  const acts = () => litemail.acts().map(({ operation }) => operation)
  const wallet = region(page, 'Wallet')

  // What is no amount is said while it is typed; one that is, as it is understood.
  await wallet.getByRole('button', { name: 'Add funds…' }).press('Enter')
  const funds = page.getByRole('dialog', { name: 'Add funds to Agency’s wallet' })
  await expect(funds.getByLabel('Amount in dollars')).toBeFocused()
  await page.keyboard.type('1,0')
  await expect(funds.getByText('Digits, with a dot before the cents: 1250 or 49.50.')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('49.5')
  await expect(funds.getByText('$49.50')).toBeVisible()
  await expect(funds).toContainText('The wallet holds $142.50')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Enter')
  const adding = plan(page, 'Add $49.50 to Agency’s wallet')
  await confirm(adding, { typed: '1' })
  const job = page.getByRole('dialog', { name: 'Add $49.50 to Agency’s wallet' })
  await expect(job).toContainText('checkout.litemail.test')
  expect(acts()).toEqual(['wallet.addBalance'])
  await page.keyboard.press('Escape')

  // What stands there now is filled in; once it is set, it is read again.
  await wallet.getByRole('button', { name: 'Auto-recharge…' }).press('Enter')
  const recharge = page.getByRole('dialog', { name: 'Auto-recharge of Agency’s wallet' })
  await expect(recharge).toContainText('On, below $20, by at least $50')
  await expect(recharge.getByLabel('Recharge the wallet by itself')).toBeChecked()
  await recharge.getByLabel('When it holds less than').fill('15')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Turn on auto-recharge for Agency’s wallet'))
  await expect(wallet).toContainText(/Recharges below\$15/)

  // Nothing is filled in where nobody knows what is there.
  await wallet.getByRole('button', { name: 'Billing details…' }).press('Enter')
  const details = page.getByRole('dialog', { name: 'Billing details of Agency' })
  await expect(details).toContainText('Saving replaces all of it.')
  await page.keyboard.press('Enter')
  await expect(details.getByText('Enter this.')).toHaveCount(6)
  const fields = ['First name', 'Last name', 'Address', 'Postal code', 'City']
  for (const name of fields) await details.getByLabel(name, { exact: true }).fill(`${name} 1`)
  await details.getByLabel('Country', { exact: true }).fill('ch')
  await expect(details.getByText('Switzerland')).toBeVisible()
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Save the billing details of Agency'), { typed: '1' })
  await expect(details).toHaveCount(0)

  const [held] = litemail.holdings().subscriptions
  if (held === undefined) throw new Error('two subscriptions')
  const subscriptions = region(page, 'Subscriptions')
  await subscriptions
    .getByRole('button', { name: /^Change subscription/ })
    .first()
    .press('Enter')
  await page.getByRole('menuitem', { name: 'Upgrade…' }).press('Enter')
  const upgrade = page.getByRole('dialog', { name: /^Upgrade / })
  await expect(upgrade.getByLabel('New plan')).toBeFocused()
  await page.keyboard.type('Enterprise')
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Upgrade 1 subscription of Agency'), { typed: held.plan })
  await expect(subscriptions.getByRole('rowheader', { name: 'Enterprise' })).toBeVisible()

  await subscriptions.getByRole('button', { name: 'Change subscription Enterprise' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Cancel…' }).press('Enter')
  await confirm(plan(page, 'Cancel 1 subscription of Agency'), { typed: 'Enterprise' })
  const cancelled = () => litemail.requests.filter(({ method }) => method === 'DELETE')
  await expect.poll(() => cancelled().map(({ path }) => path)).toEqual([`/v1/subscriptions/${held.id}`])
  await expect
    .poll(acts)
    .toEqual([
      ...['wallet.addBalance', 'wallet.autoRecharge', 'billing.addDetails'],
      ...['subscriptions.upgrade', 'subscriptions.cancel'],
    ])
})

const CLOUDFLARE_KEY = 'cf-9d41c07b5e6f4a2f8b'

test('tags and workspaces are named, and domains at Cloudflare are connected with a key that stays nowhere', async ({
  launch,
  litemail,
}) => {
  const page = await (await launch()).window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Overview')
  await expect(freshness(page)).toHaveText('Updated just now', { timeout: 60_000 })
  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings', { exact: true }).click()
  const card = page.getByRole('article', { name: 'Agency' })

  await card.getByRole('button', { name: 'Tags…' }).press('Enter')
  const tags = page.getByRole('dialog', { name: 'Tags of Agency' })
  await expect(tags.getByRole('table', { name: 'Tags' }).getByRole('row')).toHaveCount(3)
  await expect(tags.getByRole('status')).toContainText('Read ')
  await expect.poll(() => audit(page)).toEqual([])
  await tags.getByRole('button', { name: 'New tag…' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'New tag' })
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('frosty')
  await form.getByLabel('Colour').fill('green')
  await page.keyboard.press('Enter')
  await expect(form.getByText('A number sign and six digits')).toBeVisible()
  await form.getByLabel('Colour').fill('#1971c2')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Create 1 tag in Agency'))
  await expect(tags.getByRole('rowheader', { name: 'frosty' })).toBeVisible()
  await tags.getByRole('button', { name: 'Change frosty' }).press('Enter')
  const change = page.getByRole('dialog', { name: 'Change tag frosty' })
  await expect(change.getByLabel('Colour')).toHaveValue('#1971c2')
  await change.getByLabel('Colour').fill('#e03131')
  await change.getByLabel('Name', { exact: true }).fill('glacial')
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Change 1 tag of Agency'))
  await expect(tags.getByRole('rowheader', { name: 'glacial' })).toBeVisible()
  const named = litemail.holdings().tags.filter(({ name }) => name === 'frosty' || name === 'glacial')
  expect(named).toMatchObject([{ name: 'glacial', color: '#e03131' }])
  await tags.getByRole('button', { name: 'Delete glacial' }).press('Enter')
  await confirm(plan(page, 'Delete 1 tag from Agency'), { typed: '1' })
  // One reading that misses it is no proof that it is gone.
  await expect(tags.getByRole('rowheader', { name: /^glacial/ })).toContainText(
    'Not seen in the last reading',
  )
  await page.keyboard.press('Escape')

  await card.getByRole('button', { name: 'Workspaces…' }).press('Enter')
  const workspaces = page.getByRole('dialog', { name: 'Workspaces of Agency' })
  await workspaces.getByRole('button', { name: 'Rename Globex' }).press('Enter')
  await page.getByRole('dialog', { name: 'Rename Globex' }).getByLabel('Name').fill('Initech')
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Rename 1 workspace of Agency'))
  await expect(workspaces.getByRole('rowheader', { name: 'Initech' })).toBeVisible()
  await workspaces.getByRole('button', { name: 'New workspace…' }).press('Enter')
  await page.getByRole('dialog', { name: 'New workspace' }).getByLabel('Name').fill('Umbrella')
  await page.keyboard.press('Enter')
  await confirm(plan(page, 'Create 1 workspace in Agency'), { typed: '1' })
  await expect(workspaces.getByRole('rowheader', { name: 'Umbrella' })).toBeVisible()
  expect(litemail.acts().at(-1)?.operation).toBe('workspaces.create')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Escape')

  await card.getByRole('button', { name: 'Cloudflare…' }).press('Enter')
  const cloudflare = page.getByRole('dialog', { name: 'Cloudflare of Agency' })
  await cloudflare.getByRole('radiogroup').getByText('Credentials', { exact: true }).click()
  await cloudflare.getByLabel('E-mail of the Cloudflare account').fill('ops@acme.test')
  await cloudflare.getByLabel('Cloudflare API key', { exact: true }).fill(CLOUDFLARE_KEY)
  await cloudflare.getByLabel('Cloudflare account ID').fill('0a1b2c3d')
  await expect.poll(() => audit(page)).toEqual([])
  await page.keyboard.press('Enter')
  const saving = plan(page, 'Save the Cloudflare credentials for Agency')
  await expect(saving).not.toContainText(CLOUDFLARE_KEY)
  await confirm(saving, { typed: '1' })
  await expect(cloudflare).toHaveCount(0)
  await expect.poll(() => litemail.acts().at(-1)?.operation).toBe('cloudflare.save')
  expect(litemail.holdings().cloudflare.credentials).toMatchObject({ apiKey: CLOUDFLARE_KEY })
  expect(await page.content()).not.toContain(CLOUDFLARE_KEY)

  await card.getByRole('button', { name: 'Cloudflare…' }).press('Enter')
  await cloudflare.getByRole('button', { name: 'Read the domains at Cloudflare' }).press('Enter')
  await cloudflare.getByLabel(/^b2bforcelabs\.com/).press('Space')
  await expect.poll(() => audit(page)).toEqual([])
  await cloudflare.getByRole('button', { name: 'Connect 1 domain…' }).press('Enter')
  await confirm(plan(page, 'Connect 1 domain through Cloudflare for Agency'), { typed: '1' })
  await expect.poll(() => litemail.holdings().cloudflare.domains[0]).toMatchObject({ isConnected: true })
})
