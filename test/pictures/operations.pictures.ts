import { answer, open, openOperations, run } from '../desktop/operations/panel'
import { addLitemail } from '../support/app/fleetJourney'
import { expect, test } from './support/scene'

test('operations-list', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await expect(page.getByRole('grid', { name: 'Operations' })).toBeVisible()
  await picture('operations-list')
  await page.getByRole('searchbox', { name: 'Search operations' }).fill('nothing like it')
  await picture('operations-nothing-matches')
})

test('operations-read', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Get Available Domains for Registration')
  await run(page)
  await picture('operations-complaints')
  await page.getByLabel('domainName').fill('quietpine')
  await page.getByLabel('tlds').fill('com\nnet\nio\norg')
  await run(page)
  await expect(answer(page)).toContainText('quietpine.io')
  await page.getByRole('button', { name: 'Keep this view…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Pine names')
  await picture('operations-keep')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await picture('operations-answer')
  await answer(page).getByText('JSON', { exact: true }).click()
  await picture('operations-json')
})

test('operations-record', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Get Wallet Balance')
  await run(page)
  await expect(answer(page).getByRole('table')).toContainText('walletBalance')
  await picture('operations-record')
})

test('operations-wide', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Retrieve Domains')
  await run(page)
  const table = answer(page).getByRole('grid')
  await expect(table).toContainText('.example')
  await table.evaluate((grid) => grid.scrollTo({ left: 900, top: 60 }))
  await picture('operations-wide')
})

test('operations-write', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Purchase/Register a New Domain')
  await picture('operations-write')
})

test('operations-link', async ({ open: launch }) => {
  const { page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Get Domain Purchase Payment Link')
  await page.getByLabel('domainName').fill('quietpine.com')
  await run(page)
  await answer(page)
    .getByRole('button', { name: /^Open pay/ })
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('operations-link')
})

test('operations-failed', async ({ open: launch, litemail }) => {
  litemail.configure({ paths: { 'webhooks.list': '404' } })
  const { page, picture } = await launch()
  await addLitemail(page, litemail.server, 'Agency')
  await openOperations(page)
  await open(page, 'List Registered Webhooks')
  await run(page)
  await expect(answer(page).getByRole('alert')).toBeVisible()
  await picture('operations-failed')
})
