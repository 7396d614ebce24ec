import { expect, test } from '@playwright/test'
import packageJson from '../../package.json' with { type: 'json' }
import { newestFirst } from '../../src/shared/addressView'
import { DEFAULT_KEY } from '../support/likedo/server'
import { randomFrom } from '../support/random'
import { hostileMessage, readMessage } from '../unit/ipc/messages'
import { type Driven, startDriven } from './security/driven'

// What main does for pages: the points 15 to 18 and 20 of Electron's checklist ("Security", "Checklist: Security
// recommendations"), by their numbers. The first ones are in security.spec.ts, fuses in package.spec.ts.

let driven: Driven

test.beforeAll(async () => {
  driven = await startDriven([
    // What Electron itself writes when another window asks, and when a page is not let in.
    /No handler registered|Error occurred in handler|^ +at /,
    /ERR_BLOCKED_BY_CLIENT|Failed to load URL|trace-warnings/,
    // An empty page has no policy of its own; a test lets one come.
    /Electron Security Warning|ERR_BLOCKED_BY_CLIENT|Not allowed to load|WebSocket connection to/,
  ])
})
test.afterAll(() => driven?.close())

const call: Driven['call'] = (method, input) => driven.call(method, input)

test('1: nobody is reached even by a page without a policy, for its session has no network', async () => {
  const tried = await driven.app.electron.evaluate(async ({ BrowserWindow }, port) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    if (session === undefined) throw new Error('the window is open')
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, session } })
    // What would bring it back to our page, and so to its policy.
    other.webContents.removeAllListeners('did-navigate')
    await other.loadURL('about:blank')
    const outcomes: string[] = await other.webContents.executeJavaScript(`(async () => {
      const asked = (act) => Promise.race([
        Promise.resolve().then(act).then(() => 'reached', () => 'refused'),
        new Promise((resolve) => setTimeout(resolve, 1000, 'refused')),
      ])
      const opened = (source) => new Promise((done, fail) => { source.onopen = source.onload = done; source.onerror = fail })
      const host = '127.0.0.1:${port}'
      const picture = new Image()
      picture.src = 'http://' + host + '/'
      return Promise.all([
        asked(() => fetch('http://' + host + '/', { mode: 'no-cors' })),
        asked(() => opened(new WebSocket('ws://' + host + '/'))),
        asked(() => opened(new EventSource('http://' + host + '/'))),
        asked(() => opened(picture)),
        asked(() => fetch('file:///etc/passwd', { mode: 'no-cors' })),
      ])
    })()`)
    other.destroy()
    return outcomes
  }, driven.listener.port)
  expect(tried).toEqual(Array.from({ length: 5 }, () => 'refused'))
  expect(driven.listener.arrivals()).toEqual([])
})

test('15: links open by name, https only', async () => {
  await driven.app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
    shell.openPath = async (path) => {
      opened.push(path)
      return ''
    }
  })
  for (const link of [
    'https://evil.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
    'licenses',
    '__proto__',
  ])
    expect(await call('app.openLink', { link })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    })
  for (const folder of ['/etc', '..', 'data/../..', ''])
    expect(await call('app.showFolder', { folder })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    })
  expect(await call('app.openLink', { link: 'likedo' })).toMatchObject({ ok: true })

  const account = await connect()
  expect(await call('app.openLink', { link: 'likedo', accountId: account })).toEqual({
    ok: false,
    error: { kind: 'forbidden' },
  })
  await call('accounts.remove', { id: account })

  const opened = await driven.app.electron.evaluate(
    () => (globalThis as unknown as { opened: string[] }).opened,
  )
  expect(opened).toEqual(['https://like.do/'])
})

/** An account at a server on this computer, which is http. */
async function connect(): Promise<string> {
  const connected = await call('accounts.add', {
    service: 'likedo',
    server: driven.likedo.origin,
    key: DEFAULT_KEY,
    plan: 'free',
    requestsPerHour: null,
    keyEndsOn: null,
    keyKept: 'until-quit',
    whenUnreached: 'say',
  })
  expect(connected).toMatchObject({ ok: true })
  return (connected as { value: { account: { id: string } } }).value.account.id
}

test('16: the window says which Electron it runs on', async () => {
  const running = await driven.app.electron.evaluate(() => process.versions.electron)
  const pinned = packageJson.devDependencies.electron
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/)
  expect(await call('app.info', {})).toMatchObject({ value: { runtime: { electron: running, pinned } } })
  if (running === pinned) await expect(driven.page.getByText(`Electron ${running}`)).toHaveCount(0)
  else await expect(driven.page.getByText(running ?? '').first()).toBeVisible()
})

test('17: main answers its own page and nobody else', async () => {
  const forbidden = { ok: false, error: { kind: 'forbidden' } }
  const answers = await driven.app.electron.evaluate(async ({ app: main, BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]
    if (own === undefined) throw new Error('the window is open')
    const ask = "window.bridge.call('accounts.list', {}).catch((error) => error.message)"
    // Another window, with the same preload and even the same page.
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${main.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        session: own.webContents.session,
      },
    })
    await other.loadURL('app://mailroom/index.html')
    const fromOtherWindow = await other.webContents.executeJavaScript(ask)
    other.destroy()
    // The window itself, showing something else than our page; what would bring it back is taken away.
    own.webContents.removeAllListeners('did-navigate')
    await own.loadURL('about:blank')
    const fromElsewhere = await own.webContents.executeJavaScript(ask)
    await own.loadURL('app://mailroom/index.html')
    const fromItself = await own.webContents.executeJavaScript(ask)
    return { fromOtherWindow, fromElsewhere, fromItself }
  })
  expect(answers.fromOtherWindow).toContain('No handler registered')
  expect(answers.fromElsewhere).toEqual(forbidden)
  expect(answers.fromItself).toMatchObject({ ok: true })
})

test('17: hostile messages change nothing', async () => {
  const snapshot = async () => ({
    accounts: await call('accounts.list', {}),
    addresses: await call('addresses.list', {
      view: { ...newestFirst, hidden: 'shown' },
      offset: 0,
      limit: 50,
    }),
    activity: await call('activity.list', { offset: 0, limit: 50 }),
    settings: await call('settings.get', {}),
  })
  const random = randomFrom(17)
  const messages = Array.from({ length: 800 }, () => hostileMessage(random))
    .filter((message): message is { method: unknown; input: unknown } => canBeSent(message))
    .filter(({ method, input }) => readMessage({ method, input }) === null)
  expect(messages.length).toBeGreaterThan(300)
  const before = await snapshot()
  const kinds = new Set<string>()
  for (const { method, input } of messages) {
    const answer = await call(method, input)
    expect(answer).toMatchObject({ ok: false })
    kinds.add((answer as { error: { kind: string } }).error.kind)
  }
  expect([...kinds].sort()).toEqual(['forbidden', 'invalid-input'])
  expect(await snapshot()).toEqual(before)
  expect(driven.likedo.requests.filter(({ method }) => method === 'POST')).toEqual([])
})

/** What Playwright can hand to a page as it is. */
function canBeSent(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('method' in message)) return false
  const parts: unknown[] = [message]
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue
    if (!Array.isArray(part) && Object.getPrototypeOf(part) !== Object.prototype) return false
    if (Object.hasOwn(part, '__proto__')) return false
    parts.push(...Object.values(part))
  }
  return true
}

test('18: files are served by a list, and nothing beside it', async () => {
  const answers = await driven.app.electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window === undefined) throw new Error('the window is open')
    const { session } = window.webContents
    const status = (url: string, method = 'GET') =>
      session.fetch(url, { method }).then(
        (answer) => String(answer.status),
        () => 'refused',
      )
    const served = await session.fetch('app://mailroom/index.html')
    const found = {
      headers: Object.fromEntries(served.headers),
      html: await served.text(),
      own: await status('app://mailroom/index.html'),
      others: await Promise.all(
        [
          'app://mailroom/',
          'app://mailroom/../main/index.js',
          'app://mailroom/..%2fmain%2findex.js',
          'app://mailroom/%2e%2e/main/index.js',
          'app://mailroom//etc/passwd',
          'app://mailroom/assets/',
          'app://mailroom/index.html.map',
          'app://user@mailroom/index.html',
          'app://elsewhere/index.html',
        ].map(async (url) => `${url} ${await status(url)}`),
      ),
      written: await status('app://mailroom/index.html', 'POST'),
      file: await window.loadURL('file:///etc/passwd').then(
        () => 'shown',
        () => 'refused',
      ),
    }
    await window.loadURL('app://mailroom/index.html')
    return found
  })
  expect(answers.file).toBe('refused')
  expect(answers.own).toBe('200')
  expect(answers.html).not.toContain('__NONCE__')
  expect(answers.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'referrer-policy': 'no-referrer',
  })
  expect(answers.others.filter((answer) => !/ (404|refused)$/.test(answer))).toEqual([])
  expect(answers.written).toMatch(/^(404|refused)$/)
})

test('20: a page gets two functions and plain data', async () => {
  const surface = await driven.page.evaluate(() => ({
    bridge: Object.fromEntries(
      Object.entries((window as unknown as { bridge: object }).bridge).map(([name, value]) => [
        name,
        typeof value,
      ]),
    ),
    electron: Object.getOwnPropertyNames(window).filter((name) =>
      /^(electron|ipc|require|process$)/i.test(name),
    ),
  }))
  expect(surface.bridge).toEqual({ call: 'function', on: 'function' })
  expect(surface.electron).toEqual([])

  const told = driven.page.evaluate(
    () =>
      new Promise((resolve) => {
        const { bridge } = window as unknown as {
          bridge: { on(event: string, listener: (...told: unknown[]) => void): () => void }
        }
        const stop = bridge.on('changed', (...args) => {
          stop()
          resolve(args)
        })
      }),
  )
  await call('settings.update', { hasHyphens: false })
  // The payload, and no event object that would lead to its sender.
  expect(await told).toEqual([{ topics: expect.arrayContaining(['settings']) }])
})

test('main itself writes nothing on its outputs', () => {
  expect(driven.app.problems()).toEqual([])
})
