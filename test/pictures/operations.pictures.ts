import { answer, open, openOperations, run } from '../desktop/operations/panel'
import { addLitemail } from '../support/app/fleetJourney'
import { pressMenu } from '../support/app/menu'
import { answerInstead } from './support/answers'
import { ordinaryPresses } from './support/presses'
import { DEFAULT_KEY, expect, test } from './support/scene'

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
  await page.getByLabel('domainName').fill('otherpine')
  await expect(answer(page)).toContainText('This is the answer to other inputs.')
  await answer(page).getByText('Table', { exact: true }).click()
  await picture('operations-other-inputs')
})

test('operations-record', async ({ open: launch }) => {
  const { app, page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Get Wallet Balance')
  await run(page)
  await expect(answer(page).getByRole('table')).toContainText('walletBalance')
  await picture('operations-record')
  await pressMenu(app, 'hide-sensitive')
  await expect(answer(page).getByRole('table')).toContainText('hidden')
  await picture('operations-hidden')
  await answer(page).getByText('JSON', { exact: true }).click()
  await picture('operations-hidden-json')
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
  const { app, page, picture } = await launch({ args: ['--demo=240'] })
  await openOperations(page)
  await open(page, 'Get Domain Purchase Payment Link')
  await page.getByLabel('domainName').fill('quietpine.com')
  await run(page)
  await answer(page)
    .getByRole('button', { name: /^Open pay/ })
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('operations-link')
  await page.keyboard.press('Escape')
  await pressMenu(app, 'hide-sensitive')
  await expect(answer(page).getByRole('button', { name: /^Open pay/ })).toHaveCount(0)
  await picture('operations-link-hidden')
})

test('operations-link-nowhere', async ({ open: launch, litemail }) => {
  const { page, picture } = await launch()
  await addLitemail(page, litemail.server, 'Agency')
  await openOperations(page)
  await open(page, 'Get Domain Purchase Payment Link')
  await page.getByLabel('domainName').fill('quietpine.com')
  const body = { status: 200, data: { orderId: 'order-81', checkout: 'javascript:pay()', total: 18.5 } }
  litemail.next(
    { kind: 'wrong-shape', act: false, body },
    { path: `${litemail.basePath}/domains/purchase-link` },
  )
  await run(page)
  await expect(answer(page)).toContainText('no page that Mailroom could open')
  await picture('operations-link-nowhere')
})

test('operations-likedo', async ({ openConnected, likedo }) => {
  const email = 'quiet-lantern-207@ig.do'
  const { app, page, picture } = await openConnected()
  likedo.hold(DEFAULT_KEY, email)
  for (const subject of ['Confirm your email address', 'Welcome', 'Your first week'])
    likedo.deliver(email, { subject, text: `${subject}. https://accounts.shop.example/in?token=0123456789` })
  await openOperations(page)
  await open(page, 'Retrieve inbox messages')
  await picture('operations-likedo-not-asked')
  await page.getByRole('textbox', { name: /^email/ }).fill(email)
  await run(page)
  await expect(answer(page)).toContainText('Your first week')
  await picture('operations-likedo')
  await answerInstead(app, { 'operations.read': 'none' })
  await run(page)
  await expect(page.getByRole('button', { name: 'Asking…' })).toBeVisible()
  await picture('operations-asking')
})

test('operations-no-account', async ({ openFilled }) => {
  const { app, page, picture } = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of ordinaryPresses().slice(0, 2)) await filler.press(account, press)
    await filler.removeAccount(account)
  })
  await pressMenu(app, 'operations')
  await expect(page.getByText('No account yet')).toBeVisible()
  await picture('operations-no-account')
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
