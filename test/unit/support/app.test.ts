import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand, startCommand } from '../../support/app/command'
import { type App, type LaunchOptions, launchApp } from '../../support/app/launch'
import { seccompMode } from '../../support/app/sandbox'
import { processesIn } from '../../support/desktop/programs'
import { type Session, startSession } from '../../support/desktop/session'
import { groupOf } from './processes'
import { writeScratchApp } from './scratchApp'

let session: Session
let appFolder: string

const launch = (args: string[], options: LaunchOptions = {}): Promise<App> =>
  launchApp(session, { appFolder, args, ...options })

beforeAll(async () => {
  session = await startSession()
  appFolder = writeScratchApp()
})
afterAll(async () => {
  await session.close()
  rmSync(appFolder, { recursive: true })
})

describe('a launched application', () => {
  it('runs as the session’s user, sandboxed, on its display, and has no problems when it is in order', async () => {
    const app = await launch([])
    const page = await app.window()
    const pids = await app.electron.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map(({ pid }) => pid),
    )

    expect(await page.title()).toBe('Scratch')
    expect(pids.map(seccompMode)).toEqual([2])
    expect(await app.electron.evaluate(() => process.getuid?.())).toBe(session.account.uid)
    expect(await app.electron.evaluate(({ app }) => app.getPath('userData'))).toBe(app.userData)
    await expect.poll(() => session.readClipboard()).toBe('copied by the application')
    await app.close()
    expect(await app.exited).toEqual({ code: 0, signal: null })
    expect(app.problems()).toEqual([])
  })

  it.each([
    ['a word on the console', '--page-console', 'console', /log: a word on the console/],
    ['an exception in the page', '--page-throws', 'page-error', /thrown in the page/],
    [
      'a violation of the policy',
      '--page-policy',
      'console',
      /http:\/\/127\.0\.0\.1:9\/pixel\.png' because it violates the following Content Security Policy/,
    ],
    [
      'a word of the main process before anything else',
      '--early-output',
      'output',
      /^early: something is wrong$/,
    ],
  ])('has a problem with %s', async (_what, arg, from, pattern) => {
    const app = await launch([arg])
    await (await app.window()).waitForLoadState()
    await app.close()

    expect(app.problems()).toContainEqual({ from, text: expect.stringMatching(pattern) })
    // A violation is told twice where the page was met before it happened.
    app.expectProblems(pattern, /Content Security Policy|securitypolicyviolation: img-src/)
    expect(app.problems()).toEqual([])
  })

  it('sees what a page does wrong after a reload, and in a window that opens later', async () => {
    const app = await launch([])
    const page = await app.window()
    // A load that is broken off is a problem of its own.
    await page.waitForLoadState()
    await page.reload()
    await page.evaluate(() =>
      document.body.appendChild(Object.assign(new Image(), { src: 'http://127.0.0.1:9/again.png' })),
    )
    const opened = app.electron.waitForEvent('window')
    await app.electron.evaluate(async ({ app, BrowserWindow }) => {
      await new BrowserWindow().loadFile(`${app.getAppPath()}/index.html`, { query: { console: '1' } })
    })
    await (await opened).waitForLoadState()
    const texts = () =>
      app
        .problems()
        .map(({ text }) => text)
        .join('\n')
    await expect.poll(texts).toMatch(/securitypolicyviolation: img-src http:\/\/127\.0\.0\.1:9\/again\.png/)
    await expect.poll(texts).toMatch(/log: a word on the console/)
    await app.close()
  })

  it('does not start with a renderer that has no sandbox', async () => {
    await expect(launch(['--no-seccomp'])).rejects.toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({ message: expect.stringMatching(/runs with seccomp mode 0/) }),
      }),
    )
  })

  it('has a problem with a renderer that crashes', async () => {
    const app = await launch([])
    await app.electron.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents()) contents.forcefullyCrashRenderer()
    })

    await expect.poll(() => app.problems()).toContainEqual({ from: 'crash', text: 'a renderer crashed' })
    await app.kill()
  })

  it('goes on with the data of an earlier one', async () => {
    const first = await launch(['--no-window'], { window: false })
    await first.close()
    const second = await launch([], { userData: first.userData })

    expect(await second.electron.evaluate(({ app }) => app.getPath('userData'))).toBe(first.userData)
    await second.close()
  })

  it('is killed where it does not quit', async () => {
    const app = await launch(['--never-quits'])

    await expect(app.close(1_000)).rejects.toThrow('did not quit within 1000 ms')
    expect(await app.exited).toEqual({ code: null, signal: 'SIGKILL' })
  })

  it('is gone with all its processes when it is killed', async () => {
    const app = await launch([])
    expect(groupOf(app.pid).length).toBeGreaterThan(4)

    await app.kill()

    expect(app.isRunning()).toBe(false)
    expect(await app.exited).toEqual({ code: null, signal: 'SIGKILL' })
    await expect.poll(() => groupOf(app.pid)).toEqual([])
  })
})

describe('the application on a command line', () => {
  it('gives both outputs and the exit code, and needs no display to print', async () => {
    const userData = session.makeFolder('printing')
    const ended = await runCommand(session, ['--print'], {
      appFolder,
      userData,
      env: { DISPLAY: undefined },
    })

    expect(ended).toMatchObject({ code: 5, signal: null, stdout: `printed from ${userData}\n` })
    expect(ended.stderr).toMatch('said aside')
  })

  it('is killed when it takes too long', async () => {
    await expect(runCommand(session, ['--stay'], { appFolder, timeoutMs: 3_000 })).rejects.toThrow(
      /took more than 3000 ms/,
    )
  })

  it('can be watched while it runs, and killed', async () => {
    const command = startCommand(session, ['--stay'], { appFolder })
    await expect.poll(command.stdout, { timeout: 20_000 }).toBe('staying\n')

    await command.kill()

    expect(await command.ended).toMatchObject({ code: null, signal: 'SIGKILL' })
  })
})

it('leaves nothing behind once its session is closed', async () => {
  const own = await startSession()
  const app = await launchApp(own, { appFolder, args: [] })
  expect(groupOf(app.pid).length).toBeGreaterThan(4)

  await own.close()

  await expect.poll(() => groupOf(app.pid)).toEqual([])
  expect(processesIn(own.runtime)).toEqual([])
  expect(existsSync(own.folder)).toBe(false)
})
