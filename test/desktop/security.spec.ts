import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { askForPermissions, tryToLeave } from './security/attempts'
import { type Driven, PAGE, startDriven } from './security/driven'

// What pages may do: the points 1 to 14 of Electron's checklist ("Security", "Checklist: Security
// recommendations"), by their numbers. The others are in securityOfMain.spec.ts.

let driven: Driven

test.beforeAll(async () => {
  // What a page is refused, it is refused in words on its console.
  driven = await startDriven([
    /Refused to|violates the|Not allowed to|securitypolicyviolation|permissions policy/i,
    /This document requires 'Trusted|does not accept TrustedString/,
    // Electron's own words for a frame that was not loaded.
    /Failed to load URL: \S+ with error: ERR_BLOCKED_BY_CSP|--trace-warnings/,
  ])
})
test.afterAll(() => driven?.close())

const preferences = () =>
  driven.app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    // Left out of Electron's types, and there since Electron 12.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
const countContents = () =>
  driven.app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('1: a window loads nothing but Mailroom’s own files, and reaches nobody', async () => {
  expect(driven.page.url()).toBe(PAGE)
  const loaded = await driven.page.evaluate(() => [
    ...[...document.scripts].map(({ src }) => src),
    ...[...document.styleSheets].map(({ href }) => href ?? location.href),
    ...[...document.images].map(({ src }) => src),
  ])
  expect(loaded.length).toBeGreaterThan(1)
  expect(loaded.filter((name) => !name.startsWith('app://mailroom/'))).toEqual([])

  const outcomes = await tryToLeave(driven.page, driven.listener.port)
  expect(Object.keys(outcomes).length).toBeGreaterThan(15)
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'reached')).toEqual([])
  expect(driven.listener.arrivals()).toEqual([])
})

test('1: main’s own network is there all the same, so nobody was reached because nobody may', async () => {
  const status = await driven.app.electron.evaluate(
    ({ net }, port) => net.fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.status),
    driven.listener.port,
  )
  expect(status).toBe(200)
  expect(driven.listener.arrivals()).toEqual(['tcp'])
})

test('2: a page has nothing of Node', async () => {
  const found = await driven.page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'setImmediate'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
  const { nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker = false } = await preferences()
  expect([nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker]).toEqual([
    false,
    false,
    false,
  ])
})

test('3: a page and the preload share no objects', async () => {
  await driven.page.evaluate(() => Object.assign(window, { marker: 'page' }))
  const inPreload = await driven.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: '({ marker: typeof window.marker, bridge: typeof window.bridge })' },
    ]),
  )
  expect(inPreload).toEqual({ marker: 'undefined', bridge: 'undefined' })
  expect(await preferences()).toMatchObject({ contextIsolation: true })
})

test('4: every renderer is in the sandbox', async () => {
  const pids = await driven.app.electron.evaluate(({ app: main }) =>
    main.getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : [])),
  )
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    // Filters system calls, and can never be given more rights (Linux, "proc_pid_status").
    expect(status).toMatch(/^Seccomp:\t2$/m)
    expect(status).toMatch(/^NoNewPrivs:\t1$/m)
  }
  expect(await preferences()).toMatchObject({ sandbox: true })
  // Built from parts, so that the repository holds it nowhere.
  const off = ['--no', 'sandbox'].join('-')
  const argv = await driven.app.electron.evaluate(() => process.argv)
  expect(argv).not.toContain(off)
})

test('5: a page is denied every permission', async () => {
  const answers = await askForPermissions(driven.page)
  expect(Object.keys(answers).length).toBeGreaterThan(20)
  expect(Object.entries(answers).filter(([, answer]) => !answer.startsWith('no'))).toEqual([])
})

test('6: the same-origin policy holds', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true })
  const isolated = await driven.page.evaluate(() => ({
    origin: location.origin,
    isSecure: window.isSecureContext,
  }))
  expect(isolated).toEqual({ origin: 'app://mailroom', isSecure: true })
})

test('7: nothing runs that was not shipped', async () => {
  const ran = await driven.page.evaluate(async () => {
    const marks: string[] = []
    Object.assign(window, { mark: (name: string) => marks.push(name) })
    // What the tools for developers run is allowed to make code of text, until it first waits.
    await new Promise((resolve) => setTimeout(resolve))
    const attempt = (name: string, act: () => unknown) => {
      try {
        act()
      } catch (error) {
        marks.push(`${name}: ${error instanceof Error ? error.name : 'refused'}`)
      }
    }
    const script = (fill: (element: HTMLScriptElement) => void) => {
      const element = document.createElement('script')
      fill(element)
      document.body.append(element)
    }
    // By its text, whose type is what trusted types are about.
    const raw = (value: string) => value as unknown as string
    attempt('text', () => script((element) => element.append("mark('script by its text')")))
    attempt('data', () =>
      script((element) => Object.assign(element, { src: raw('data:text/javascript,mark("data")') })),
    )
    attempt('html', () =>
      Object.assign(document.body.appendChild(document.createElement('p')), { innerHTML: '<b>' }),
    )
    attempt('handler', () => document.body.setAttribute('onclick', "mark('handler')"))
    attempt('eval', () => (Reflect.get(window, 'eval') as (text: string) => unknown)("mark('eval')"))
    attempt('function', () => new Function("mark('function')")())
    attempt('timer', () => setTimeout("mark('timer')"))
    attempt('link', () => {
      const link = document.createElement('a')
      link.href = "javascript:mark('link')"
      document.body.append(link)
      link.click()
    })
    document.body.click()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return marks
  })
  expect(ran.filter((mark) => !mark.includes(': '))).toEqual([])
  // It is trusted types that refuse a text; the policy alone would refuse only to run it.
  expect(ran).toEqual(expect.arrayContaining(['html: TypeError', 'eval: EvalError']))
})

test('7: each load has a nonce of its own', async () => {
  const read = () =>
    driven.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')?.nonce ?? '')
  const first = await read()
  await driven.page.reload()
  const second = await read()
  for (const nonce of [first, second]) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  expect(second).not.toBe(first)
})

test('8: no insecure content is let in', async () => {
  expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
})

test('9: no experimental feature is on', async () => {
  expect(await preferences()).toMatchObject({ experimentalFeatures: false })
  const isOn = await driven.app.electron.evaluate(({ app: main }) =>
    main.commandLine.hasSwitch('enable-experimental-web-platform-features'),
  )
  expect(isOn).toBe(false)
})

test('10: no Blink feature is switched on', async () => {
  expect((await preferences()).enableBlinkFeatures ?? '').toBe('')
  const isOn = await driven.app.electron.evaluate(({ app: main }) =>
    main.commandLine.hasSwitch('enable-blink-features'),
  )
  expect(isOn).toBe(false)
})

test('11: a webview is an empty element', async () => {
  const view = await driven.page.evaluate(() => {
    const element = document.createElement('webview')
    element.setAttribute('allowpopups', '')
    return ['loadURL', 'src', 'executeJavaScript', 'getWebContentsId'].filter((name) => name in element)
  })
  expect(view).toEqual([])
  expect(await preferences()).toMatchObject({ webviewTag: false })
})

test('12: no webview is attached, whatever its options', async () => {
  const before = await countContents()
  await driven.page.evaluate(async (port) => {
    for (const options of [
      {},
      { nodeintegration: '' },
      { preload: 'file:///tmp/a.js' },
      { partition: 'persist:x' },
    ]) {
      const element = document.createElement('webview')
      for (const [name, value] of Object.entries({ src: `http://127.0.0.1:${port}/`, ...options }))
        element.setAttribute(name, value)
      document.body.append(element)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }, driven.listener.port)
  expect(await countContents()).toBe(before)
})

test('13: a page stays where it is', async () => {
  const arrived = driven.listener.arrivals().length
  const targets = [
    `http://127.0.0.1:${driven.listener.port}/`,
    'https://like.do/',
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
    'app://elsewhere/index.html',
    'app://mailroom/assets/index.css',
    'about:blank',
    'chrome://gpu',
    'mailto:a@like.do',
  ]
  const ways = ['address', 'link', 'form', 'refresh']
  for (const target of targets) {
    for (const way of ways) {
      await driven.page
        .evaluate(
          async ([to = '', by]) => {
            if (by === 'address') location.href = to
            else if (by === 'link') Object.assign(document.createElement('a'), { href: to }).click()
            else if (by === 'form')
              document.body
                .appendChild(Object.assign(document.createElement('form'), { action: to }))
                .submit()
            else {
              const meta = Object.assign(document.createElement('meta'), { content: `0;url=${to}` })
              meta.setAttribute('http-equiv', 'refresh')
              document.head.append(meta)
            }
            await new Promise((resolve) => setTimeout(resolve, 100))
          },
          [target, way],
        )
        .catch(() => undefined)
      await expect.poll(() => ({ target, way, url: driven.page.url() })).toEqual({ target, way, url: PAGE })
    }
  }
  expect(driven.listener.arrivals()).toHaveLength(arrived)
  await driven.page.reload()
  await expect(driven.page.getByRole('button', { name: 'Connect LikeDo' })).toBeVisible()
})

test('14: a page opens no window', async () => {
  const before = await countContents()
  const opened = await driven.page.evaluate(async (port) => {
    const results = [
      window.open(`http://127.0.0.1:${port}/`),
      window.open(location.href),
      window.open('about:blank'),
    ]
    const link = Object.assign(document.createElement('a'), { href: location.href, target: '_blank' })
    link.click()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return results.map((result) => result === null)
  }, driven.listener.port)
  expect(opened).toEqual([true, true, true])
  expect(await countContents()).toBe(before)
})

test('all of this is said on the page’s console, and main says nothing', () => {
  expect(driven.app.problems()).toEqual([])
})
