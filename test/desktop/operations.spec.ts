import { audit } from '../pictures/support/audit'
import { expect, test } from '../support/app/fixture'
import { connectLitemail } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import {
  answer,
  open,
  openOperations,
  operationRow,
  operationsGrid,
  operationsSearch,
  panel,
  run,
} from './operations/panel'

// What can be asked is asked from a form, shown before and after, kept under a name, and there when nobody answers.

const KEY_OF_CLOUDFLARE = 'cf-QWZKM4TR7XH2VNDBLP5YJC3GSE6UAF2K-1'

test('an operation is filled in, shown as it will be sent, answered as a table, and kept under a name', async ({
  launch,
}) => {
  const app = await launch({ args: ['--demo=60'] })
  const page = await app.window()
  await openOperations(page)
  await expect(operationsGrid(page)).toHaveAttribute('aria-rowcount', '62')

  const title = 'Get Available Domains for Registration'
  await open(page, title)
  // Whatever the list shows again, the row that is open is among it.
  await expect(operationRow(page, title)).toBeInViewport()
  await run(page)
  await expect(panel(page, title).getByText('Needed.')).toHaveCount(2)
  await page.getByLabel('domainName').fill('quietpine')
  await page.getByLabel('tlds').fill('com\nnet\nio')
  await page.getByLabel('years').fill('two')
  await expect(panel(page, title).getByText('Only a number, as 20.')).toBeVisible()
  await page.getByLabel('years').fill('2')
  const request = page.getByRole('region', { name: 'Request' })
  await expect(request).toContainText(
    '/v1/domains/available?domainName=quietpine&tlds=com%2Cnet%2Cio&years=2',
  )
  await expect(request).toContainText('x-api-key: $LITEMAIL_KEY')
  await page.getByLabel('years').press('Enter')
  const table = answer(page).getByRole('grid', { name: title })
  await expect(table.getByRole('row').filter({ hasText: 'quietpine.io' })).toBeVisible()
  await expect(answer(page)).toContainText('Answered just now.')
  await expect.poll(() => audit(page)).toEqual([])

  await table.getByRole('row').nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Row 1' }).getByRole('row')).toHaveCount(6)
  await page.keyboard.press('Escape')
  await answer(page).getByText('JSON', { exact: true }).click()
  await expect(answer(page).locator('pre')).toContainText('"domainName": "quietpine.com"')

  await page.getByRole('button', { name: 'Keep this view…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Pine names')
  await page.keyboard.press('Enter')
  await expect(panel(page, title)).toContainText('Kept as “Pine names”')
  await expect(page.getByRole('button', { name: 'Forget the kept view Pine names' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep this view…' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(panel(page, title)).toContainText('Kept as “Pine names”')
  await open(page, 'Delete Tag')
  await expect(panel(page, 'Delete Tag')).toContainText(
    'Nothing is sent before you have seen what would be sent.',
  )
  await expect(page.getByRole('region', { name: 'Request' })).toContainText(/DELETE .*\/v1\/tags\/\{id\}/)
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0)
  await operationsSearch(page).fill('Pine names')
  await operationRow(page, 'Pine names').click()
  await expect(page.getByLabel('domainName')).toHaveValue('quietpine')
  await expect(table.getByRole('row').filter({ hasText: 'quietpine.io' })).toBeVisible()

  await open(page, 'Get Domain Purchase Payment Link')
  await page.getByLabel('domainName').fill('quietpine.com')
  await run(page)
  await expect(answer(page)).toContainText('It leads to pay.litemail.example')
  await answer(page).getByRole('button', { name: 'Open pay.litemail.example' }).click()
  await expect(page.getByRole('dialog')).toContainText('https://pay.litemail.example/checkout/quietpine.com')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  await pressMenu(app, 'hide-sensitive')
  await expect(answer(page).getByRole('button', { name: /^Open/ })).toHaveCount(0)
  for (const look of ['Table', 'JSON']) {
    await answer(page).getByText(look, { exact: true }).click()
    await expect(answer(page)).toContainText('hidden')
    await expect(answer(page)).not.toContainText(/checkout|pay\.litemail/)
  }
  await expect.poll(() => audit(page)).toEqual([])
})

test('what was answered says how it stands, has no secret in it, and is there with its age when nobody answers', async ({
  launch,
  litemail,
  session,
}) => {
  litemail.configure({ paths: { 'webhooks.list': '404' } })
  const first = await launch()
  const page = await first.window()
  await connectLitemail(page, { server: litemail.server, name: 'Agency' })
  await openOperations(page)
  const title = 'Get Cloudflare Credentials & Zones'
  await open(page, title)
  await run(page)
  await expect(answer(page)).toContainText('b2bforcelabs.com')
  await expect(panel(page, title)).toContainText(/Worked here on \d+ [A-Z][a-z]{2}/)
  await answer(page).getByText('JSON', { exact: true }).click()
  await expect(answer(page).locator('pre')).toContainText('zone_abc123')
  expect(await page.content()).not.toContain(KEY_OF_CLOUDFLARE)

  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByText(/Put the key into \$LITEMAIL_KEY/)).toBeVisible()
  expect(await session.readClipboard()).toContain(`curl '${litemail.server}/cloudflare-credentials'`)

  await open(page, 'List Registered Webhooks')
  await run(page)
  await answer(page).getByRole('button', { name: 'Fix path' }).click()
  await expect(page.getByRole('tab', { name: 'API paths' })).toHaveAttribute('aria-selected', 'true')
  await first.close()
  await litemail.goOffline()

  const again = await (await launch({ userData: first.userData })).window()
  await openOperations(again)
  await open(again, title)
  await expect(answer(again)).toContainText('b2bforcelabs.com')
  await expect(answer(again)).toContainText(/Answered (just now|\d+ min ago)\./)
  await run(again)
  await expect(answer(again).getByRole('alert')).toBeVisible({ timeout: 30_000 })
  await expect(answer(again)).toContainText(/Asked just now/)
  await expect(answer(again)).toContainText('b2bforcelabs.com')
  await expect.poll(() => audit(again)).toEqual([])
  // Whoever tries again takes what was said away, and keeps the keyboard.
  await answer(again).getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(again.getByRole('button', { name: /^(Run|Asking…)$/ })).toBeFocused()
})
