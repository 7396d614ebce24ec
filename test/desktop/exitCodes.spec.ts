import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { connectAndOpenList } from '../support/app/journey'
import type { App } from '../support/app/launch'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

// What a command ends with, each once: 0 done, 2 bad options, 3 no account or key refused, 4 keychain,
// 5 refused by the service, 6 over budget or quota, 7 no connection, 8 not confirmed, 9 storage.

const PRINT = ['--new-address', '--print']
const POST = { method: 'POST' } as const

/** A profile with an account whose key is in the keyring. */
async function connectedProfile(launch: () => Promise<App>, likedo: LikeDo): Promise<string> {
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  await app.close()
  return app.userData
}

test('a command ends with what became of its address', async ({ launch, likedo, session }) => {
  const userData = await connectedProfile(launch, likedo)
  const run = (...args: string[]) => runCommand(session, [...PRINT, ...args], { userData })
  const answer = (status: number, error: string) =>
    likedo.next({ kind: 'answer', act: false, status, body: JSON.stringify({ success: false, error }) }, POST)

  const done = await run()
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toMatch(/^\S+@ig\.do\n$/)

  expect(await run('--colour=red')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'There is no option --colour. See mailroom --help.\n',
  })

  expect(await run('--account=nobody')).toMatchObject({ code: 3, stdout: '' })
  answer(401, 'Invalid or expired API key: it has ended')
  const refusedKey = await run()
  expect(refusedKey).toMatchObject({ code: 3, stdout: '' })
  expect(refusedKey.stderr).toContain(
    'Not created: LikeDo refused the API key: “Invalid or expired API key: it has ended”.',
  )

  likedo.hold('stranger', 'jane.roe@ig.do')
  expect(await run('--local-part=jane.roe')).toMatchObject({ code: 5, stdout: '' })

  answer(403, 'You have reached your monthly limit of 50 email addresses.')
  expect(await run()).toMatchObject({ code: 6, stdout: '' })

  likedo.goOffline()
  const unreached = await run()
  expect(unreached).toMatchObject({ code: 7, stdout: '' })
  expect(unreached.stderr).toContain('Not created: Nobody answers at 127.0.0.1')
  likedo.comeBack()

  likedo.next({ kind: 'silence', act: false }, { ...POST, times: 'always' })
  const unconfirmed = await run('--timeout=1')
  expect(unconfirmed).toMatchObject({ code: 8, stdout: '' })
  expect(unconfirmed.stderr).toMatch(
    /^Not confirmed: \S+@ig\.do\. Mailroom is checking; do not use it yet\.\n$/,
  )
})

test('a command without any account ends with 3', async ({ session }) => {
  expect(await runCommand(session, PRINT)).toMatchObject({
    code: 3,
    stdout: '',
    stderr:
      'Not created: No LikeDo account is connected. Your clipboard was not changed. Connect one with its API key.\n',
  })
})

test('a locked keychain is said, ends with 4, and nothing is sent', async ({ launch, likedo, session }) => {
  const userData = await connectedProfile(launch, likedo)
  likedo.forget()
  await session.lockKeyring()
  const locked = await runCommand(session, PRINT, { userData })
  expect(locked).toMatchObject({ code: 4, stdout: '' })
  expect(locked.stderr).toContain('Not created: The keychain')
  expect(likedo.requests).toEqual([])
  await session.unlockKeyring()
  expect(await runCommand(session, PRINT, { userData })).toMatchObject({ code: 0 })
})

test('data of a newer Mailroom ends with 9, is left byte for byte, and nothing is sent', async ({
  launch,
  likedo,
  session,
}) => {
  const userData = await connectedProfile(launch, likedo)
  likedo.forget()
  const file = join(userData, 'mailroom.sqlite')
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 9999')
  database.close()
  const before = readFileSync(file)
  const newer = await runCommand(session, PRINT, { userData })
  expect(newer).toMatchObject({ code: 9, stdout: '' })
  expect(newer.stderr).toContain('Mailroom’s data was written by a newer version of Mailroom')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(likedo.requests).toEqual([])

  const page = await (await launch({ userData })).window()
  await expect(page.getByText('Mailroom’s data was written by a newer version of Mailroom')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open data folder' })).toBeVisible()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('damaged data is said, and never changed: a window moves it aside as it is', async ({
  launch,
  session,
}) => {
  const userData = session.makeFolder('damaged')
  mkdirSync(userData, { recursive: true })
  const file = join(userData, 'mailroom.sqlite')
  writeFileSync(
    file,
    'This is no database, and longer than one hundred bytes so that nobody takes it for an empty file. '.repeat(
      3,
    ),
  )
  await session.run('true')
  const before = readFileSync(file)
  expect(await runCommand(session, PRINT, { userData })).toMatchObject({ code: 9, stdout: '' })
  const page = await (await launch({ userData })).window()
  await expect(page.getByRole('heading', { name: 'Mailroom’s data was damaged' })).toBeVisible()
  const aside = (await page.locator('code').first().textContent()) ?? ''
  expect(readFileSync(join(userData, aside)).equals(before)).toBe(true)
})
