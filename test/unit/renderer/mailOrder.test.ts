import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askOrder, followMain, useOrder } from '../../../src/renderer/mail/order'
import { followTopic } from '../../../src/renderer/state/topics'
import { err, ok, type Result } from '../../../src/shared/result'

const ORDER = { addressId: 'a', email: 'quiet@ig.do', press: 1 }
const listeners = new Map<string, (payload: unknown) => void>()
let answer: () => Promise<Result<unknown, unknown>> = async () => ok(ORDER)

beforeEach(() => {
  useOrder.setState({ order: null, problem: null })
  vi.stubGlobal('window', {
    bridge: {
      call: () => answer(),
      on: (event: string, listener: (payload: unknown) => void) => {
        listeners.set(event, listener)
        return () => listeners.delete(event)
      },
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('the small window for messages', () => {
  it('shows the address that main says', async () => {
    answer = async () => ok(ORDER)
    await askOrder()
    expect(useOrder.getState()).toEqual({ order: ORDER, problem: null })
  })

  it('does not wait for ever: it says where main knows of none, or why it cannot be known, until it is', async () => {
    answer = async () => ok(null)
    await askOrder()
    expect(useOrder.getState()).toEqual({ order: null, problem: 'none' })
    answer = async () => err({ kind: 'internal', ref: 'x' })
    await askOrder()
    expect(useOrder.getState()).toEqual({ order: null, problem: { kind: 'internal', ref: 'x' } })
    answer = async () => ok(ORDER)
    await askOrder()
    expect(useOrder.getState()).toEqual({ order: ORDER, problem: null })
  })

  it('takes what main says unasked, which is newer than what it answers, and reads anew what has changed', async () => {
    let reply: (order: Result<unknown, unknown>) => void = () => undefined
    answer = () => new Promise((resolve) => (reply = resolve))
    followMain()
    const other = { addressId: 'b', email: 'other@ig.do', press: 2 }
    listeners.get('mail')?.(other)
    reply(ok(ORDER))
    await Promise.resolve()
    expect(useOrder.getState().order).toEqual(other)

    const read = vi.fn(async () => undefined)
    const stop = followTopic('messages', read)
    listeners.get('changed')?.({ topics: ['settings', 'messages'] })
    expect(read).toHaveBeenCalledOnce()
    stop()
  })
})
