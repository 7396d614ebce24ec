import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import { connectLitemail, openFleet } from '../support/app/fleetJourney'
import { hatchCanary } from '../support/canary/spellings'
import { openWatched } from '../support/canary/watched'
import { LITEMAIL_KEY, type Litemail } from '../support/litemail/server'
import { open, openOperations, panel } from './operations/panel'

// A secret that Litemail is told about somebody else's service goes there once: it is on no disk, and in no page afterwards.

test.use({
  litemailOptions: { users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: { domains: 2, mailboxes: 6 } }] },
})

/** Shows what is planned, and begins it. */
async function confirm(page: Page, form: string): Promise<void> {
  await page.getByRole('dialog', { name: form }).locator('[type=submit]').click()
  const plan = page.getByRole('alertdialog')
  await plan.getByLabel('Type “1” to confirm').fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: form })).toHaveCount(0)
  await expect(plan).toHaveCount(0)
}

/** The bodies in which a secret came to the service, by the name of its field. */
const arrived = (litemail: Litemail, field: string) =>
  litemail.requests.flatMap(({ body, method }) => {
    if (method === 'GET' || body === null || body === undefined || body === '') return []
    const value: unknown = JSON.parse(body)[field]
    return typeof value === 'string' ? [value] : []
  })

test('the password of a platform goes to Litemail once, and stays nowhere', async ({
  launch,
  litemail,
  session,
}) => {
  const canary = hatchCanary()
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openFleet(page, 'Exports')
  await page.getByRole('button', { name: 'Login at a platform…' }).click()
  const form = page.getByRole('dialog', { name: 'Login at a platform' })
  await form.getByLabel('E-mail').fill('ops@acme.example')
  await form.getByLabel('Password at the platform').pressSequentially(canary.key)
  await confirm(page, 'Login at a platform')
  await expect.poll(() => arrived(litemail, 'password')).toEqual([canary.key])

  expect(await watched.crossings(canary)).toEqual(['call'])
  // The page as it stands, not loaded anew.
  expect(await watched.searchWindow(canary)).toEqual([])
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
})

test('a key of Cloudflare goes to Litemail once, which repeats it, and stays nowhere', async ({
  launch,
  litemail,
  session,
}) => {
  const canary = hatchCanary()
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings', { exact: true }).click()
  await page.getByRole('button', { name: 'Cloudflare…' }).click()
  const form = page.getByRole('dialog', { name: 'Cloudflare of Agency' })
  await form.getByText('Credentials', { exact: true }).click()
  await form.getByLabel('E-mail of the Cloudflare account').fill('ops@acme.example')
  await form.getByLabel('Cloudflare API key').pressSequentially(canary.key)
  await form.getByLabel('Cloudflare account ID').fill('cf-1')
  await confirm(page, 'Cloudflare of Agency')
  await expect.poll(() => arrived(litemail, 'apiKey')).toEqual([canary.key])

  expect(await watched.crossings(canary)).toEqual(['call'])
  expect(await watched.searchWindow(canary)).toEqual([])
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
})

test('a password that is typed into Operations is gone from the page when its job has begun, or the form is left', async ({
  launch,
  litemail,
  session,
}) => {
  const canary = hatchCanary()
  const left = hatchCanary()
  const { app, page, ...watched } = await openWatched({ launch, session })
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openOperations(page)
  await open(page, 'Update Third Party Account Details')
  const update = panel(page, 'Update Third Party Account Details')
  await update.getByLabel('app').fill('INSTANTLY')
  await update.getByLabel('email').fill('ops@acme.example')
  await update.getByLabel('password', { exact: true }).pressSequentially(canary.key)
  await update.getByRole('button', { name: 'Review…' }).click()
  await page.getByRole('alertdialog').getByLabel('Type “1” to confirm').fill('1')
  await page.keyboard.press('Enter')
  await expect.poll(() => arrived(litemail, 'password')).toEqual([canary.key])
  await expect(update.getByLabel('password', { exact: true })).toHaveValue('')
  expect(await watched.searchWindow(canary)).toEqual([])

  await open(page, 'Add Third Party Account Details')
  const add = panel(page, 'Add Third Party Account Details')
  await add.getByLabel('app').fill('INSTANTLY')
  await add.getByLabel('email').fill('ops@acme.example')
  await add.getByLabel('password', { exact: true }).pressSequentially(left.key)
  await add.getByRole('button', { name: 'Review…' }).click()
  await expect(page.getByRole('alertdialog').getByLabel('Type “1” to confirm')).toBeVisible()
  await page.keyboard.press('Escape')
  await openFleet(page, 'Overview')
  expect(await watched.searchWindow(left)).toEqual([])
  expect(await watched.crossings(canary, left)).toEqual(['call', 'call'])
  expect(arrived(litemail, 'password')).toEqual([canary.key])
  await app.close()
  expect(await watched.leaksOnMachine(canary, left)).toEqual([])
})
