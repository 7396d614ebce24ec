import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app/fixture'
import type { Session } from '../support/desktop/session'

const fileOf = (session: Session) => join(session.home, '.config/autostart/mailroom.desktop')
const setLogin = (page: Page, startsAtLogin: boolean) =>
  page.evaluate((given) => window.bridge.call('desktop.setLogin', { startsAtLogin: given }), startsAtLogin)
const isOn = async (page: Page): Promise<unknown> => {
  const state = await page.evaluate(() => window.bridge.call('desktop.state', {}))
  return state.ok ? state.value.startsAtLogin : state.error
}

test('it is off until it is turned on, starts what runs here hidden, and leaves no file when it is turned off', async ({
  launch,
  session,
}) => {
  const userData = join(session.makeFolder('a folder'), 'with "quotes", $5 & 100 %')
  const app = await launch({ userData })
  const page = await app.window()
  expect(await isOn(page)).toBe(false)
  expect(existsSync(fileOf(session))).toBe(false)

  expect(await setLogin(page, true)).toMatchObject({ ok: true, value: { startsAtLogin: true } })
  expect(statSync(fileOf(session)).mode & 0o777).toBe(0o600)
  const entry = readFileSync(fileOf(session), 'utf8')
  expect(entry.split('\n').slice(0, 3)).toEqual(['[Desktop Entry]', 'Type=Application', 'Name=Mailroom'])

  // A desktop reads it with GLib, and so do we: what it starts is what would start by hand.
  const { stdout } = await session.run('python3', ['-c', READ_EXEC, fileOf(session)])
  const words: unknown = JSON.parse(stdout)
  expect(words).toEqual(expect.arrayContaining([`--user-data-dir=${userData}`, '--hidden']))

  expect(await setLogin(page, false)).toMatchObject({ ok: true, value: { startsAtLogin: false } })
  expect(existsSync(fileOf(session))).toBe(false)
})

test('what the user set in the desktop’s own settings is what Mailroom says', async ({ launch, session }) => {
  const app = await launch()
  const page = await app.window()
  await setLogin(page, true)
  const entry = readFileSync(fileOf(session), 'utf8')

  writeFileSync(fileOf(session), `${entry}Hidden=true\n`)
  expect(await isOn(page)).toBe(false)
  writeFileSync(fileOf(session), entry.replace('enabled=true', 'enabled=false'))
  expect(await isOn(page)).toBe(false)
  writeFileSync(fileOf(session), `${entry}\n[Another Group]\nHidden=true\n`)
  expect(await isOn(page)).toBe(true)
  await setLogin(page, false)
})

test('a folder that cannot be written is said, and nothing is called on', async ({ launch, session }) => {
  const folder = dirname(fileOf(session))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o555)
  try {
    const app = await launch()
    const page = await app.window()
    expect(await setLogin(page, true)).toEqual({
      ok: false,
      error: { kind: 'file', problem: 'not-writable', line: null },
    })
    expect(await isOn(page)).toBe(false)
  } finally {
    chmodSync(folder, 0o777)
  }
})

test('sample data never starts by itself', async ({ launch, session }) => {
  const app = await launch({ args: ['--demo'] })
  const page = await app.window()
  expect(await isOn(page)).toBeNull()
  expect(await setLogin(page, true)).toEqual({ ok: false, error: { kind: 'forbidden' } })
  expect(existsSync(fileOf(session))).toBe(false)
})

/** The words of `Exec`, unquoted as the Desktop Entry Specification says. */
const READ_EXEC = `
import json, re, sys
value = next(l[5:] for l in open(sys.argv[1]).read().split('\\n') if l.startswith('Exec='))
value = re.sub(r'\\\\(.)', lambda m: {'s':' ','n':'\\n','t':'\\t','r':'\\r'}.get(m[1], m[1]), value)
words = [re.sub(r'\\\\(["\`$\\\\])', r'\\1', q) if q else p for q, p in re.findall(r'"((?:[^"\\\\]|\\\\.)*)"|(\\S+)', value)]
print(json.dumps([w.replace('%%', '%') for w in words]))
`
