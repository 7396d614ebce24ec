import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { holderWords } from '../../src/main/desktop/holderWords'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { holdersOf, linkApplication } from '../support/app/holder'
import {
  addAccount,
  addressRows,
  connectAndOpenList,
  copiedAddress,
  pressNewAddress,
} from '../support/app/journey'
import { hideAll } from '../support/app/quickCreate'
import { runtimeForTests } from '../support/app/runtime'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'

// An X server without a clipboard manager: what a process copied is there while that process serves it.

const created = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)

test('another program reads the address after the command has ended', async ({ launch, likedo, session }) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  await hideAll(app)
  const ended = await runCommand(session, ['--new-address'], { userData: app.userData })
  const [email = ''] = created(likedo)
  expect(ended).toMatchObject({ code: 0, stdout: `Created: ${email}\n` })
  await expect.poll(() => session.readClipboard()).toBe(email)
})

test('what somebody copied while the answer was under way is left alone, and that is said', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await addAccount(page, likedo.origin)
  await session.writeClipboard('before')
  likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST' })
  const asked = page.evaluate(() =>
    window.bridge.call('addresses.create', {
      requestId: crypto.randomUUID(),
      via: 'window',
      wish: {},
      isOverBudgetAllowed: false,
    }),
  )
  await likedo.when('acted', { method: 'POST' })
  await session.writeClipboard('mine')
  likedo.release()
  expect(await asked).toMatchObject({
    ok: true,
    value: { state: 'created', isCopied: false, notCopied: 'late' },
  })
  expect(await session.readClipboard()).toBe('mine')
})

test('what Mailroom itself copied meanwhile is no reason: of two presses the last is there', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await addAccount(page, likedo.origin)
  await session.writeClipboard('before')
  const endings = await page.evaluate(() =>
    Promise.all(
      [1, 2].map(() =>
        window.bridge.call('addresses.create', {
          requestId: crypto.randomUUID(),
          via: 'window',
          wish: {},
          isOverBudgetAllowed: false,
        }),
      ),
    ),
  )
  expect(endings).toMatchObject([{ value: { isCopied: true } }, { value: { isCopied: true } }])
  expect(await session.readClipboard()).toBe(created(likedo)[0])
})

test('an answer that takes more than 15 seconds is not copied by itself', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  await addAccount(await app.window(), likedo.origin)
  await session.writeClipboard('mine')
  likedo.next({ kind: 'delay', before: 16_000 }, { method: 'POST' })
  const ended = await runCommand(session, ['--new-address', '--timeout=30'], { userData: app.userData })
  expect(ended).toMatchObject({ code: 0 })
  expect(created(likedo)).toHaveLength(1)
  expect(await session.readClipboard()).toBe('mine')
})

test('quitting loses nothing: what a window copied is read by other programs afterwards, and Mailroom starts as ever', async ({
  launch,
  likedo,
  session,
}) => {
  const appFolder = linkApplication(session)
  const app = await launch({ appFolder })
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  const email = await copiedAddress(page)
  // What the user marks afterwards is pasted with the middle button, and stays theirs.
  await session.writeClipboard('marked', 'primary')
  await app.close()
  expect(await session.readClipboard()).toBe(email)
  expect(await session.readClipboard('primary')).toBe('marked')

  const [holder, ...others] = holdersOf(appFolder)
  expect(others).toEqual([])
  expect(holder?.words).not.toContain(email)
  expect(holder?.cwd).toBe('/')
  expect(holder?.open.filter((path) => path.startsWith(app.userData))).toEqual([])
  // Nor is there a profile where Electron would make one by itself.
  expect(existsSync(join(session.home, '.config/Mailroom'))).toBe(false)
  const again = await launch({ userData: app.userData })
  await expect(addressRows(await again.window())).toContainText(email)
  expect(await session.readClipboard()).toBe(email)
})

test('the newer of two that were left behind has the clipboard, and the older one is gone', async ({
  launch,
  likedo,
  session,
}) => {
  const appFolder = linkApplication(session)
  const app = await launch({ appFolder })
  await addAccount(await app.window(), likedo.origin)
  await app.close()
  await runCommand(session, ['--new-address'], { userData: app.userData, appFolder })
  const [older] = holdersOf(appFolder)
  await runCommand(session, ['--new-address'], { userData: app.userData, appFolder })
  await expect.poll(() => holdersOf(appFolder).map(({ pid }) => pid)).not.toContain(older?.pid)
  expect(older).toBeDefined()
  expect(holdersOf(appFolder)).toHaveLength(1)
  expect(await session.readClipboard()).toBe(created(likedo)[0])
})

test('what somebody copied before Mailroom quits stays, and nothing is left behind', async ({
  launch,
  likedo,
  session,
}) => {
  const appFolder = linkApplication(session)
  const app = await launch({ appFolder })
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  await pressNewAddress(page)
  await copiedAddress(page)
  await session.writeClipboard('mine')
  await app.close()
  expect(await session.readClipboard()).toBe('mine')
  expect(holdersOf(appFolder)).toEqual([])
})

test('a holder that nobody handed a text of the clipboard to changes nothing, and ends', async ({
  session,
}) => {
  await session.writeClipboard('mine')
  const { executable, appFolder } = runtimeForTests()
  const words = [...(appFolder === null ? [] : [appFolder]), ...holderWords]
  for (const input of ['', 'no JSON', '{"text":"","inherited":[]}', '{"text":"forged","inherited":[]}']) {
    expect((await session.run(executable, words, { input })).stdout).toBe('')
    expect(await session.readClipboard()).toBe('mine')
  }
})
