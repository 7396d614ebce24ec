import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createInbox } from '../../../src/renderer/messages/inbox'
import type { Inbox } from '../../../src/shared/message'
import { err, ok, type Result } from '../../../src/shared/result'

type Asked = { readonly method: string; readonly input: Record<string, unknown> }
let asked: Asked[] = []
let answers: Record<string, (input: Record<string, unknown>) => Result<unknown, unknown>> = {}

const inboxOf = (count: number, more: Partial<Inbox> = {}): Inbox => ({
  ...{ addressId: 'a', email: 'quiet@ig.do', hasOlder: true, readAt: null, isReading: false, problem: null },
  ...{ watchedUntil: null, untold: [] },
  rows: Array.from({ length: count }, (_, n) => ({
    ...{
      id: `m${n}`,
      from: null,
      fromName: null,
      subject: null,
      start: '',
      at: n,
      newAt: n,
      code: null,
      link: null,
    },
    ...{ attachments: 0, isKept: true, isMasked: false },
  })),
  ...more,
})
const of = (method: string) => asked.filter((one) => one.method === method).map(({ input }) => input)

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  answers = {
    'messages.list': ({ page }) => ok(inboxOf(Math.min(21, Number(page) * 20))),
    'messages.refresh': ({ page }) => ok(inboxOf(Math.min(21, Number(page) * 20))),
    'messages.watch': () => ok({ watch: 'w' }),
    'messages.unwatch': () => ok({}),
  }
  vi.stubGlobal('window', {
    bridge: {
      call: async (method: string, input: Record<string, unknown>) => {
        asked.push({ method, input })
        return answers[method]?.(input) ?? err({ kind: 'forbidden' })
      },
      on: () => () => undefined,
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the messages of an address that nobody can be asked for any more', () => {
  it('are all within reach: older ones are what is kept, and no service is asked', async () => {
    const inbox = createInbox('a', false)
    const leave = inbox.open()
    await inbox.reread()
    expect(inbox.store.getState().inbox?.rows).toHaveLength(20)
    await inbox.readOlder()
    expect(inbox.store.getState()).toMatchObject({ error: null })
    expect(inbox.store.getState().inbox?.rows).toHaveLength(21)
    await vi.advanceTimersByTimeAsync(60_000)
    leave()
    expect([...new Set(asked.map(({ method }) => method))]).toEqual(['messages.list'])
  })
})

describe('the messages of an address', () => {
  it('are read by themselves once they are looked at for a second, until they are not', async () => {
    const inbox = createInbox('a', true)
    const leave = inbox.open()
    await vi.advanceTimersByTimeAsync(900)
    expect(of('messages.watch')).toEqual([])
    expect(inbox.store.getState().hasLooked).toBe(false)
    await vi.advanceTimersByTimeAsync(100)
    expect(of('messages.watch')).toEqual([{ addressId: 'a' }])
    expect(inbox.store.getState().hasLooked).toBe(true)
    leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(of('messages.unwatch')).toEqual([{ watch: 'w' }])
  })

  it('are not said to have been read by themselves where that could not be begun', async () => {
    answers['messages.watch'] = () => err({ kind: 'not-found', what: 'account' })
    const inbox = createInbox('a', true)
    inbox.open()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(of('messages.watch')).toHaveLength(1)
    expect(inbox.store.getState().hasLooked).toBe(false)
  })

  it('are asked for at once, and looked at again, when somebody wants them once more where they are shown', async () => {
    const inbox = createInbox('a', true)
    inbox.open()
    await inbox.want(1)
    // The same press, told twice.
    await inbox.want(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(of('messages.refresh')).toEqual([])
    expect(of('messages.watch')).toHaveLength(1)
    await inbox.want(2)
    expect(of('messages.refresh')).toEqual([{ addressId: 'a', page: 1, isOverBudgetAllowed: false }])
    expect(of('messages.watch')).toHaveLength(2)
    const kept = createInbox('a', false)
    await kept.want(1)
    await kept.want(2)
    expect(of('messages.refresh')).toHaveLength(1)
  })

  it('are looked at by nobody who has left while the service was asked', async () => {
    const inbox = createInbox('a', true)
    const leave = inbox.open()
    const refreshing = inbox.refresh()
    leave()
    await refreshing
    await vi.advanceTimersByTimeAsync(2_000)
    expect(of('messages.watch')).toEqual([])
  })

  it('leave out no page that did not come, and say why', async () => {
    const problem = {
      kind: 'rejected',
      operation: 'messages.list',
      status: 400,
      message: null,
      remarks: [],
    } as const
    answers['messages.refresh'] = () => ok(inboxOf(20, { problem: { ...problem, remarks: [] } }))
    const inbox = createInbox('a', true)
    await inbox.reread()
    await inbox.readOlder()
    await inbox.readOlder()
    expect(of('messages.refresh').map(({ page }) => page)).toEqual([2, 2])
    answers['messages.refresh'] = () => err({ kind: 'storage', problem: 'full' })
    await inbox.readOlder()
    expect(inbox.store.getState()).toMatchObject({ error: { kind: 'storage' }, isAsking: false })
  })
})
