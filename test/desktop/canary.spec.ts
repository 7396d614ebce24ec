import { expect, test } from '../support/app/fixture'
import { copiedAddress, pressNewAddress, status } from '../support/app/journey'
import { crossingsOf } from '../support/canary/recorder'
import { hatchCanary } from '../support/canary/spellings'
import { carelessRequests, keptFor, openWatched, typeIntoConnect } from '../support/canary/watched'

// A key that stands nowhere by chance is typed into the dialog; then everything is searched for it, however spelled
// (test/unit/support/canary.test.ts: what the search finds).

test('what is no secret is found wherever a key is looked for', async ({ launch, likedo, session }) => {
  const [canary, name, other] = [hatchCanary(), hatchCanary(), hatchCanary()]
  likedo.addKey('caller', canary.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  // The name of an account goes to main and comes back; the page shows it, and the database has it.
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key, name: name.key })
  await expect(status(page)).toContainText('Connected.')

  expect(new Set(await watched.crossings(name))).toEqual(new Set(['call', 'reply']))
  await app.electron.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.send('other', text),
    name.key,
  )
  expect(await watched.crossings(name)).toContain('event')
  expect((await watched.leaksInWindow(name)).map(({ place }) => place)).toEqual(['the heap of the page'])
  await page.evaluate((text) => {
    // In the depth of a long string of two bytes a character.
    Object.assign(globalThis, { planted: new Map([['a', ['…', 'x'.repeat(5_000), text].join('')]]) })
  }, other.key)
  expect(await watched.searchWindow(other)).not.toEqual([])

  const child = session.start('sh', ['-c', 'read line', name.key], {
    env: { PLANTED: name.key },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const places = (await watched.leaksOnMachine(name)).map(({ place }) => place)
  child.kill()
  expect(places.some((place) => place.startsWith(`${app.userData}/mailroom.sqlite`))).toBe(true)
  expect(places.filter((place) => /^(cmdline|environ) of process \d+$/.test(place))).toHaveLength(2)
})

test('a key crosses to main once and stays there: nothing else holds it, in whatever spelling', async ({
  launch,
  likedo,
  session,
}) => {
  const canary = hatchCanary()
  likedo.addKey('caller', canary.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key })
  await expect(status(page)).toContainText('Connected.')
  await pressNewAddress(page)
  await copiedAddress(page)

  expect(await watched.leaksInWindow(canary)).toEqual([])
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  expect(await watched.crossings(canary)).toEqual(['call'])
  const all = (await crossingsOf(app.electron)).map(({ direction }) => direction)
  const count = (direction: string) => all.filter((each) => each === direction).length
  expect(count('reply')).toBe(count('call'))
  expect(count('event')).toBeGreaterThan(0)
  expect(count('message')).toBe(0)

  const kept = await keptFor(session, canary)
  expect(kept).toHaveLength(1)
  const [account] = await page.evaluate(async () => {
    const listed = await window.bridge.call('accounts.list', {})
    return listed.ok ? listed.value : []
  })
  expect(kept[0]?.attributes).toMatchObject({
    service: 'Mailroom',
    account: `likedo ${likedo.origin} ${account?.id} 1`,
  })

  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  const [tried, ...later] = likedo.requests.map(({ method, headers }) => `${method} ${headers.authorization}`)
  expect(tried).toBe(`GET Bearer ${canary.key}`)
  // The list may be read meanwhile.
  expect(later.filter((request) => request !== tried)).toEqual([`POST Bearer ${canary.key}`])
  expect(carelessRequests(likedo, canary)).toEqual([])
})

test('a key that the service refuses is kept nowhere, though it was shown in its field', async ({
  launch,
  likedo,
  session,
}) => {
  const canary = hatchCanary()
  const { app, page, ...watched } = await openWatched({ launch, session })
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key })
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await expect(dialog).toContainText('Nothing was saved.')
  await dialog.getByRole('button', { name: 'Show the key' }).click()
  await expect(dialog.getByLabel('API key', { exact: true })).toHaveAttribute('type', 'text')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)

  expect(await watched.leaksInWindow(canary)).toEqual([])
  expect(await watched.crossings(canary)).toEqual(['call'])
  expect(await session.secrets()).toEqual([])
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
  expect(carelessRequests(likedo, canary)).toEqual([])
})

test('a key that was replaced, and one whose account was removed, are gone from the keychain too', async ({
  launch,
  likedo,
  session,
}) => {
  const [first, second] = [hatchCanary(), hatchCanary()]
  for (const { key } of [first, second]) likedo.addKey('caller', key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  await typeIntoConnect(page, { origin: likedo.origin, key: first.key })
  await expect(status(page)).toContainText('Connected.')

  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('button', { name: 'Replace key' }).click()
  const replacing = page.getByRole('dialog', { name: 'Replace key' })
  await replacing.getByLabel('API key', { exact: true }).pressSequentially(second.key)
  await replacing.getByRole('button', { name: 'Replace key' }).click()
  await expect(status(page)).toContainText('Key replaced. LikeDo accepts the new one.')
  expect(await keptFor(session, first)).toEqual([])
  expect((await keptFor(session, second)).map(({ attributes }) => attributes.account)).toEqual([
    expect.stringMatching(/^likedo http:\S+ \S+ 2$/),
  ])

  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove account' }).click()
  await expect(status(page)).toContainText('Its addresses stay listed here.')
  expect(await session.secrets()).toEqual([])

  expect(await watched.leaksInWindow(first, second)).toEqual([])
  expect(await watched.crossings(first)).toEqual(['call'])
  expect(await watched.crossings(second)).toEqual(['call'])
  await app.close()
  expect(await watched.leaksOnMachine(first, second)).toEqual([])
  expect(carelessRequests(likedo, first, second)).toEqual([])
})
