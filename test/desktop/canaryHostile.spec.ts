import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { pressNewAddress, status } from '../support/app/journey'
import { startEavesdropper } from '../support/canary/eavesdropper'
import { findIn, wantedOf } from '../support/canary/search'
import { hatchCanary } from '../support/canary/spellings'
import { carelessRequests, openWatched, typeIntoConnect } from '../support/canary/watched'
import { startLikeDo } from '../support/likedo/server'
import type { Fault, RedirectStatus } from '../support/loopback/faults'

// A key among servers that talk, answers that lead elsewhere, and processes that die.

const POST = { method: 'POST' } as const
const written = (key: string, write: (code: number) => string) =>
  [...key].map((letter) => write(letter.charCodeAt(0))).join('')

/** How programs write a text into an answer. */
const echoes = (key: string): readonly string[] => [
  key,
  key.toUpperCase(),
  written(key, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  written(key, (code) => `%${code.toString(16)}`),
  written(key, (code) => `&#${code};`),
  written(key, (code) => `&#x${code.toString(16)};`),
]

/** Refusals and doubts that hold the key wherever an answer has room. */
function talkative(key: string): readonly Fault[] {
  const headers = {
    'content-type': 'application/json',
    'www-authenticate': `Bearer realm="${key}"`,
    'x-ratelimit-limit': key,
    'x-request-authorization': `Bearer ${key}`,
  }
  const answer = (status: number, body: string, more: Record<string, string> = {}): Fault => ({
    kind: 'answer',
    act: false,
    status,
    headers: { ...headers, ...more },
    body,
  })
  const refusal = (words: string) =>
    `{"success":false,"error":"Not with ${words}","details":[{"path":["${words}"],"message":"${words} is odd"}]}`
  return [
    ...[400, 401, 403, 422].map((code) => answer(code, refusal(key))),
    ...echoes(key).map((echo) => answer(400, refusal(echo))),
    answer(403, refusal(`the monthly limit of ${key}`)),
    answer(429, refusal(key), { 'retry-after': key }),
    answer(500, refusal(key)),
    answer(500, `<html><title>${key}</title></html>`, { 'content-type': 'text/html' }),
    answer(200, `{"success":true,"${key}":"${key}"}`),
    answer(200, `${key} is no JSON`),
  ]
}

test('a server that repeats the key in everything it says repeats it to main alone', async ({
  launch,
  likedo,
  session,
}) => {
  test.setTimeout(240_000)
  const canary = hatchCanary()
  const wanted = wantedOf(canary)
  likedo.addKey('caller', canary.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  const faults = talkative(canary.key)

  likedo.next(faults[0] ?? { kind: 'html', act: false })
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key })
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await expect(dialog.getByRole('alert')).toContainText('LikeDo did not accept the request')
  for (const fault of faults.slice(1)) {
    const before = likedo.requests.length
    likedo.next(fault)
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect.poll(() => likedo.requests.length).toBeGreaterThan(before)
    await expect(dialog.getByRole('alert')).toBeVisible()
    expect(findIn(wanted, (await dialog.getByRole('alert').textContent()) ?? '')).toEqual([])
  }
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(status(page)).toContainText('Connected.')
  const crossed = await watched.crossings(canary)
  expect(new Set(crossed)).toEqual(new Set(['call']))
  expect(crossed).toHaveLength(faults.length + 1)

  for (const fault of faults) {
    likedo.next(fault, { ...POST, times: 'always' })
    const ended = await runCommand(session, ['--new-address', '--print', '--timeout=1'], {
      userData: app.userData,
    })
    likedo.clearFaults()
    expect(ended.code).not.toBe(0)
    expect(findIn(wanted, ended.stdout + ended.stderr)).toEqual([])
  }
  await page.getByRole('navigation', { name: 'Main' }).getByText('Activity').click()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(faults.length + 1))
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible()

  expect(await watched.leaksInWindow(canary)).toEqual([])
  expect(await watched.crossings(canary)).toEqual(crossed)
  await app.close()
  expect(await watched.leaksOnMachine(canary)).toEqual([])
})

test('a key goes to the server of its account and to nobody else: not after a redirect, not to the proxy', async ({
  launch,
  likedo,
  session,
}) => {
  const [canary, other] = [hatchCanary(), hatchCanary()]
  likedo.addKey('caller', canary.key)
  const elsewhere = await startLikeDo({ users: [{ name: 'thief', keys: [canary.key] }] })
  const proxy = await startEavesdropper('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
  const { app, page, ...watched } = await openWatched({
    launch,
    session,
    args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
  })
  const redirect = (code: RedirectStatus): Fault => ({
    kind: 'redirect',
    act: false,
    status: code,
    origin: elsewhere.origin,
  })

  likedo.next(redirect(302))
  await typeIntoConnect(page, { origin: likedo.origin, key: canary.key })
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await expect(dialog.getByRole('alert')).toContainText('The server sent Mailroom elsewhere')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(status(page)).toContainText('Connected.')
  for (const code of [301, 302, 303, 307, 308] as const) {
    likedo.next(redirect(code), { times: 'always' })
    const ended = await runCommand(session, ['--new-address', '--print', '--timeout=1'], {
      userData: app.userData,
    })
    likedo.clearFaults()
    expect(ended.code).toBe(8)
  }
  expect(elsewhere.connections).toEqual([])
  // What goes to this computer itself goes past the proxy; and nothing else has left, not even for a dictionary.
  expect(proxy.heard().toString('latin1')).toBe('')

  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('button', { name: 'Connect another account' }).click()
  await dialog.getByRole('button', { name: 'More' }).click()
  await dialog.getByLabel('Server address').fill('https://likedo.example')
  await dialog.getByLabel('API key', { exact: true }).pressSequentially(other.key)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await dialog.getByRole('button', { name: 'Save and check later' }).click()
  await expect(page.getByRole('article', { name: 'likedo.example' })).toBeVisible()
  expect(proxy.heard().toString('latin1')).toContain('CONNECT likedo.example:443')
  expect(findIn(wantedOf(canary, other), proxy.heard())).toEqual([])

  await app.close()
  expect(carelessRequests(likedo, canary, other)).toEqual([])
  expect(findIn(wantedOf(other), JSON.stringify(likedo.requests))).toEqual([])
  expect(await watched.leaksOnMachine(canary, other)).toEqual([])
  await Promise.all([elsewhere.close(), proxy.close()])
})

test('a window that crashes with the key in its field, and a main process that crashes with it in memory, write it nowhere', async ({
  launch,
  likedo,
  session,
}) => {
  const [typed, kept] = [hatchCanary(), hatchCanary()]
  likedo.addKey('caller', kept.key)
  const { app, page, ...watched } = await openWatched({ launch, session })
  app.expectProblems(/a renderer crashed/)
  await typeIntoConnect(page, { origin: likedo.origin, key: kept.key })
  await expect(status(page)).toContainText('Connected.')
  await pressNewAddress(page)
  await expect(status(page)).toContainText('Copied: ')

  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('button', { name: 'Connect another account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect LikeDo' })
  await dialog.getByLabel('API key', { exact: true }).pressSequentially(typed.key)
  const gone = app.electron.evaluate(
    ({ app: application, BrowserWindow }) =>
      new Promise<string>((resolve) => {
        application.once('render-process-gone', (_event, _contents, { reason }) => resolve(reason))
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
      }),
  )
  expect(await gone).toMatch(/crashed|killed/)
  expect(await watched.leaksOnMachine(typed, kept)).toEqual([])
  expect(await watched.crossings(typed)).toEqual([])

  // What the system itself writes of a process that dies (core(5)) is the system's.
  await session.run('prlimit', ['--core=0', `--pid=${app.pid}`])
  process.kill(app.pid, 'SIGSEGV')
  expect((await app.exited).signal).toBe('SIGSEGV')
  expect(await watched.leaksOnMachine(typed, kept)).toEqual([])
})
