import { once } from 'node:events'
import { createServer } from 'node:http'
import type { App } from '../../support/app/launch'
import { type HostileMessage, hostileMessages } from '../../support/likedo/hostileMessages'

const LONGEST = 100_000

/** Those that reach outside by themselves, where nothing keeps them from it. */
export const REACHING = [
  ...['script', 'script from outside', 'picture with a handler', 'svg', 'form', 'button that is a form'],
  ...['tracker', 'picture sets', 'style from outside', 'style attribute', 'font', 'css exfiltration'],
  ...['meta refresh', 'base', 'links', 'frames', 'objects', 'sound and film', 'old attributes', 'broken out'],
  'nonce',
]

/**
 * What the messages do where nothing keeps them from it: each as a page of its own, in frames of a window without Mailroom's
 * guards. Answers the subjects of those that then reached outside: only of these it says something that they reach nobody
 * in Mailroom.
 */
export async function reachOutside(app: App): Promise<readonly string[]> {
  const reached = new Set<number>()
  const pages = new Map<number, HostileMessage>()
  const server = createServer(({ url = '' }, answer) => {
    const [, kind, place] = /^\/(page|out)(\d+)/.exec(url) ?? []
    if (kind === 'out') reached.add(Number(place))
    const page = kind === 'page' ? pages.get(Number(place))?.html : undefined
    answer.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' })
    const frames = [...pages.keys()].map((at) => `<iframe src="/page${at}"></iframe>`)
    answer.end(url === '/' ? frames.join('') : typeof page === 'string' ? page : '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  const origin = `http://127.0.0.1:${address.port}`
  for (const [at] of hostileMessages(origin).entries()) {
    const message = hostileMessages(`${origin}/out${at}`)[at]
    if (message !== undefined && String(message.html).length < LONGEST) pages.set(at, message)
  }
  // What they say of themselves there is no problem of Mailroom's.
  app.expectProblems(/127\.0\.0\.1:\d+\/(?:page|out)\d+/, /Electron Security Warning/)
  const id = await app.electron.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'unguarded' } })
    const { webContents } = window
    for (const guard of ['will-navigate', 'will-frame-navigate', 'did-navigate', 'will-redirect'] as const) {
      webContents.removeAllListeners(guard)
    }
    await window.loadURL(url).catch(() => undefined)
    return window.id
  }, origin)
  const until = performance.now() + 5_000
  while (reached.size < REACHING.length && performance.now() < until)
    await new Promise((go) => setTimeout(go, 20))
  await app.electron.evaluate(
    ({ BrowserWindow }, made) => void setImmediate(() => BrowserWindow.fromId(made)?.destroy()),
    id,
  )
  server.closeAllConnections()
  server.close()
  return [...reached].sort((one, other) => one - other).map((at) => pages.get(at)?.subject ?? '')
}
