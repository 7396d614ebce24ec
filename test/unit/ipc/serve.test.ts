import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Asker } from '../../../src/main/ipc/dispatch'
import { emit, serveWindow } from '../../../src/main/ipc/serve'
import { ok } from '../../../src/shared/result'

type Answer = (event: unknown, request: unknown) => unknown
const OWN = { senderFrame: { parent: null, origin: 'app://mailroom' } }

/** A window of which only what its channel needs is there; and who asks, as handlers are told it. */
async function setUp() {
  let answer: Answer = () => undefined
  const ipc = { handle: (_: string, handler: Answer) => (answer = handler) }
  const webContents = Object.assign(new EventEmitter(), { ipc })
  const askers: (Asker | undefined)[] = []
  // A whole window is Electron's to make.
  const window = { webContents } as unknown as BrowserWindow
  serveWindow(
    window,
    async (_, asker) => {
      askers.push(asker)
      return ok({})
    },
    new Set(['messages.watch']),
  )
  const ask = (method: string, event: unknown = OWN) => answer(event, { method, input: {} })
  await ask('messages.watch')
  const [asker] = askers
  if (asker === undefined) throw new Error('nobody was asked')
  return { webContents, ask, askers, asker }
}

describe('a window that asks', () => {
  it.each(['destroyed', 'render-process-gone', 'did-navigate'])(
    'takes what it began with it when it is gone: %s',
    async (event) => {
      const { webContents, asker } = await setUp()
      const done: string[] = []
      asker.whenGone(() => done.push('one'))
      asker.whenGone(() => done.push('other'))()
      webContents.emit(event)
      webContents.emit(event)
      expect(done).toEqual(['one'])
    },
  )

  it('is heard by its own page only, and about what it may ask', async () => {
    const { ask, askers } = await setUp()
    const forbidden = { ok: false, error: { kind: 'forbidden' } }
    expect(await ask('accounts.list')).toEqual(forbidden)
    expect(await ask('messages.watch', { senderFrame: null })).toEqual(forbidden)
    expect(await ask('messages.watch', { senderFrame: { parent: {}, origin: 'app://mailroom' } })).toEqual(
      forbidden,
    )
    expect(await ask('messages.watch', { senderFrame: { parent: null, origin: 'null' } })).toEqual(forbidden)
    expect(askers).toHaveLength(1)
  })
})

describe('a window that is told something', () => {
  const tell = (is: { window?: true; page?: true; crashed?: true }) => {
    const sent: unknown[] = []
    const ofPage = <T>(answer: T): T => {
      if (is.page === true) throw new Error('Object has been destroyed')
      return answer
    }
    const webContents = {
      isDestroyed: () => is.page === true,
      isCrashed: () => ofPage(is.crashed === true),
      send: (...what: unknown[]) => ofPage(sent.push(what)),
    }
    // A whole window is Electron's to make.
    const window = { isDestroyed: () => is.window === true, webContents } as unknown as BrowserWindow
    emit(window, 'changed', { topics: ['messages'] }, () => undefined)
    return sent.length
  }

  it('is told while its page is there, and otherwise not, which is no fault', () => {
    expect(tell({})).toBe(1)
    expect(tell({ crashed: true })).toBe(0)
    expect(tell({ page: true })).toBe(0)
    expect(tell({ window: true })).toBe(0)
  })
})
