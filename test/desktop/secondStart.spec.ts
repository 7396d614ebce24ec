import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newestFirst } from '../../src/shared/addressView'
import { runCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { inWindow } from '../support/app/inWindow'
import { addressRows, connectAndOpenList } from '../support/app/journey'
import { unexpectedLines } from '../support/app/problems'
import { DEFAULT_KEY } from '../support/likedo/server'

// A second start hands over what it was started for; one process owns a profile.

test('a second start brings the first one’s window forward and ends', async ({ launch, session }) => {
  const app = await launch()
  // Until then Mailroom itself may put a hidden window where it can be found.
  await expect
    .poll(async () =>
      (await app.window()).evaluate(async () => {
        const state = await window.bridge.call('desktop.state', {})
        return state.ok && state.value.tray
      }),
    )
    .toBe('none')
  const isHidden = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === false)
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  await expect.poll(isHidden).toBe(true)

  const second = await runCommand(session, [], { userData: app.userData })
  expect({ code: second.code, words: unexpectedLines(second.stdout + second.stderr, []) }).toEqual({
    code: 0,
    words: [],
  })
  await expect.poll(isHidden).toBe(false)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a start with more words than can be handed over ends, and leaves the one that runs alone', async ({
  launch,
  session,
}) => {
  const app = await launch()
  const second = await runCommand(session, [`--proxy-bypass-list=${'a'.repeat(100_000)}`], {
    userData: app.userData,
  })
  expect(second.code).toBe(2)
  expect(second.stderr).toContain('The command line is too long.')
  expect(app.isRunning()).toBe(true)
})

test('the longest note there is, in the widest letters, is handed over whole', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)
  const note = '郵'.repeat(4_000)
  const second = await runCommand(session, ['--new-address', '--print', `--note=${note}`], {
    userData: app.userData,
  })
  expect(second).toMatchObject({ code: 0 })
  expect(app.isRunning()).toBe(true)
  const newest = JSON.stringify({ view: newestFirst, offset: 0, limit: 10 })
  const listed = await inWindow(app, `window.bridge.call('addresses.list', ${newest})`)
  expect(listed).toMatchObject({ value: { rows: [{ email: second.stdout.trim(), note }] } })
})

test('what another program hands over as a second start is parsed, and makes nothing that does not parse', async ({
  launch,
  likedo,
  session,
}) => {
  const app = await launch()
  const page = await app.window()
  await connectAndOpenList(page, likedo.origin, DEFAULT_KEY)

  const folder = session.makeFolder('somebody-else')
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'other', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app } = require('electron')
     app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'))
     const order = { account: null, localPart: null, style: null, domain: null, tag: null, note: null, isPrinted: true, timeout: 10 }
     const id = '7d9d2f0a-54e5-4c1e-8f7e-7f4cf0f7c1a2'
     const hostile = [
       { requestId: id, create: { ...order, timeout: 1e9 } },
       { requestId: id, create: { ...order, localPart: '../../etc' } },
       { requestId: id, create: { ...order, shell: 'rm' } },
       { requestId: 'x', create: order },
       { requestId: id, create: order, more: 1 },
       { requestId: id, create: { ...order, note: 'x'.repeat(2e4) } },
       { requestId: id, create: Array(100).fill(order) },
       {},
     ]
     const refused = hostile.filter((data) => !app.requestSingleInstanceLock(data)).length
     process.stdout.write('handed over: ' + refused + '\\n', () => app.exit(0))`,
  )
  const other = await runCommand(session, [], { userData: app.userData, appFolder: folder })
  expect(other).toMatchObject({ code: 0, stdout: 'handed over: 8\n' })

  // The line is empty: an order that is one goes through it after all of them.
  const after = await runCommand(session, ['--new-address', '--print'], { userData: app.userData })
  expect(after).toMatchObject({ code: 0 })
  expect(likedo.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  await expect(addressRows(page)).toHaveCount(1)
})
