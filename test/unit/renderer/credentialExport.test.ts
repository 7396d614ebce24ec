import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  cancelCredentialExport,
  startCredentialExport,
  useCredentialExport,
} from '../../../src/renderer/state/credentialExport'
import { useNotices } from '../../../src/renderer/state/notices'
import { err, ok } from '../../../src/shared/result'

const WHAT = { ids: ['1'] }
const now = () => useCredentialExport.getState().now
const notice = () => useNotices.getState().notices.at(-1)

let calls: { readonly method: string; readonly input: Record<string, unknown> }[] = []
let progress: (told: unknown) => void = () => {}
let finish: (result: unknown) => void = () => {}
const asked = (method: string) => calls.filter((one) => one.method === method)
const tell = (done: number, requestId = now()?.requestId) => progress({ requestId, done, total: 300 })
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  calls = []
  vi.stubGlobal('window', {
    bridge: {
      call: (method: string, input: Record<string, unknown>) => {
        calls.push({ method, input })
        if (method !== 'credentials.export') return Promise.resolve(ok({}))
        return new Promise((resolve) => {
          finish = resolve
        })
      },
      on: (_: string, listener: (told: unknown) => void) => {
        progress = listener
        return () => undefined
      },
    },
  })
  useNotices.setState(useNotices.getInitialState(), true)
  void startCredentialExport(WHAT, 300, 66_600)
})
afterEach(async () => {
  finish(ok(null))
  await settle()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('the number that was confirmed goes to main, once however often it is pressed', () => {
  void startCredentialExport(WHAT, 300, 66_600)
  expect(asked('credentials.export').map(({ input }) => input)).toEqual([
    { requestId: now()?.requestId, what: WHAT, count: 300 },
  ])
})

it('how far it is is told with the time that is left: at first as planned, then as it went', async () => {
  expect(now()?.progress).toBeNull()
  tell(0)
  tell(100, 'another')
  expect(now()?.progress).toEqual({ done: 0, leftMs: 66_600 })
  await vi.advanceTimersByTimeAsync(50_000)
  tell(100)
  expect(now()?.progress).toEqual({ done: 100, leftMs: 100_000 })
})

it('it is cancelled once, and not before there is anything to cancel', async () => {
  await cancelCredentialExport()
  tell(150)
  await cancelCredentialExport()
  await cancelCredentialExport()
  expect(asked('credentials.cancelExport')).toHaveLength(1)
  finish(ok(null))
  await settle()
  expect(now()).toBeNull()
  expect(notice()?.words).toBe('Cancelled. No file was written.')
})

it('nothing is said where no file was chosen', async () => {
  finish(ok(null))
  await settle()
  expect([now(), notice()]).toEqual([null, undefined])
})

it('what could not be read is said beside what was', async () => {
  finish(ok({ fileName: 'secrets.csv', count: 297, unread: 3, bytes: 20_000 }))
  await settle()
  expect(notice()).toMatchObject({
    tone: 'warn',
    words: 'Wrote the credentials of 297 mailboxes to secrets.csv (20 kB).',
    advice: '3 of 300 not read: the file says why, each in its row.',
  })
})

it('a failure is told, and that nothing is under way any more', async () => {
  finish(err({ kind: 'file', problem: 'full', line: null }))
  await settle()
  expect(now()).toBeNull()
  expect(notice()?.tone).toBe('bad')
})
