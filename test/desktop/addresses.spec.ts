import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { holdersOf, linkApplication } from '../support/app/holder'
import { addressRows, connectAndOpenList, copiedAddress, pressNewAddress } from '../support/app/journey'
import { DEFAULT_KEY } from '../support/likedo/server'

const PRINT = ['--new-address', '--print']

test('an account connected through the dialog makes addresses that other programs can read and a restart still lists', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)

  await pressNewAddress(page)
  const fromWindow = await copiedAddress(page)
  expect(await session.readClipboard()).toBe(fromWindow)

  const beside = await runCommand(session, PRINT, { userData: app.userData })
  expect(beside).toMatchObject({ code: 0, stderr: '' })
  const printed = beside.stdout.trim()
  await expect(addressRows(page).filter({ hasText: printed })).toBeVisible()
  // Printing leaves the clipboard alone.
  expect(await session.readClipboard()).toBe(fromWindow)

  await app.close()
  const alone = await runCommand(session, PRINT, { userData: app.userData })
  expect(alone).toMatchObject({ code: 0, stderr: '' })

  const addresses = [fromWindow, printed, alone.stdout.trim()]
  expect(new Set(likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email))).toEqual(new Set(addresses))
  for (const { headers, target } of likedo.requests) {
    expect(headers.authorization).toBe(`Bearer ${DEFAULT_KEY}`)
    expect(target).not.toContain('key=')
  }

  const again = await (await launch({ userData: app.userData })).window()
  await expect(addressRows(again)).toHaveCount(3)
  for (const email of addresses)
    await expect(addressRows(again).filter({ hasText: email })).toContainText('Created')
})

test('a command without a window ends; what it copied is there for other programs until something else is copied, and no process of it stays longer', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  await app.close()

  const appFolder = linkApplication(session)
  const ended = await runCommand(session, ['--new-address'], { userData: app.userData, appFolder })
  const [email = ''] = likedo.addressesOf(DEFAULT_KEY).map((address) => address.email)
  expect(ended).toMatchObject({ code: 0, stdout: `Copied: ${email}\n` })
  expect(holdersOf(appFolder)).toHaveLength(1)
  expect(await session.readClipboard()).toBe(email)

  await session.writeClipboard('something else')
  await expect.poll(() => holdersOf(appFolder)).toEqual([])
  expect(await session.readClipboard()).toBe('something else')
})

test('ten commands at once make ten addresses, written by one process', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  await app.close()
  likedo.forget()

  const ended = await Promise.all(
    Array.from({ length: 10 }, () => runCommand(session, PRINT, { userData: app.userData })),
  )
  expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(10).fill({ code: 0, stderr: '' }))
  const printed = ended.map(({ stdout }) => stdout)
  for (const line of printed) expect(line).toMatch(/^\S+@ig\.do\n$/)
  expect(new Set(printed).size).toBe(10)
  expect(new Set(likedo.addressesOf(DEFAULT_KEY).map(({ email }) => `${email}\n`))).toEqual(new Set(printed))
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(10)

  const page = await (await launch({ userData: app.userData })).window()
  await expect(addressRows(page)).toHaveCount(10)
})

test('a double click makes one address, and each of several presses one', async ({ launch, likedo }) => {
  const page = await (await launch()).window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const button = page.getByRole('button', { name: 'New address', exact: true })
  await button.dblclick()
  await copiedAddress(page)
  expect(likedo.addressesOf(DEFAULT_KEY)).toHaveLength(1)

  await button.focus()
  for (let press = 0; press < 4; press++) await page.keyboard.press('Enter')
  await expect(addressRows(page).filter({ hasText: 'Created' })).toHaveCount(5)
  expect(likedo.addressesOf(DEFAULT_KEY)).toHaveLength(5)
})

test('nothing is created by opening a window, and a note is kept with its address', async ({
  launch,
  likedo,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  expect(likedo.requests.filter(({ method }) => method !== 'GET')).toEqual([])

  await page.getByRole('button', { name: 'New address with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New address with…' })
  await dialog.getByLabel('Local part').fill('train.tickets')
  await dialog.getByLabel('LikeDo tag').fill('travel')
  await dialog.getByLabel('Note').fill('To the coast')
  await dialog.getByRole('button', { name: 'Create' }).click()
  expect(await copiedAddress(page)).toBe('train.tickets@ig.do')
  const created = likedo.requests.filter(({ method }) => method === 'POST')
  expect(created.map(({ body }) => body)).toEqual([
    JSON.stringify({ email: 'train.tickets@ig.do', tag: 'travel' }),
  ])

  await app.close()
  const again = await (await launch({ userData: app.userData })).window()
  await expect(addressRows(again)).toContainText('To the coast')
})
