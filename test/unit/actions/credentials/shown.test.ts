import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createShown, type ShownCredentials } from '../../../../src/main/actions/credentials/shown'
import type { AppError } from '../../../../src/shared/errors'
import { err, ok, type Result } from '../../../../src/shared/result'

const SHOWN_MS = 30_000

const credentials = (id: string): ShownCredentials => ({
  ...{ id, accountId: 'a', email: `${id}@acme.test`, password: `pw-${id}`, appPassword: null, code: null },
})
const PASSED = { ok: false, error: { kind: 'hidden', why: 'passed' } }

let now = 0
let slept = 0
let hidden = 0
const clock = {
  now: () => now + slept,
  monotonic: () => now,
  sleep: () => Promise.reject(new Error('nobody sleeps here')),
}
const open = () =>
  createShown(clock, () => {
    hidden += 1
  })
/** Lets time pass, awake. */
const pass = (ms: number) => {
  now += ms
  vi.advanceTimersByTime(ms)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  now = 1_000_000
  slept = 0
  hidden = 0
})
afterEach(() => vi.useRealTimers())

describe('credentials that are shown', () => {
  it('are held for half a minute, and then nowhere', async () => {
    const shown = open()
    const answer = await shown.show('1', async () => ok(credentials('1')))
    expect(answer).toMatchObject({ ok: true, value: { password: 'pw-1', until: now + SHOWN_MS } })
    pass(SHOWN_MS - 1)
    expect(shown.current()?.password).toBe('pw-1')
    expect(hidden).toBe(0)
    pass(1)
    expect(shown.current()).toBeNull()
    expect(hidden).toBe(1)
  })

  it('are gone after the computer slept, although no timer ran', async () => {
    const shown = open()
    await shown.show('1', async () => ok(credentials('1')))
    slept = SHOWN_MS
    expect(shown.current()).toBeNull()
    expect(hidden).toBe(1)
  })

  it('are gone when they are hidden, and when others are asked for', async () => {
    const shown = open()
    await shown.show('1', async () => ok(credentials('1')))
    shown.hide()
    expect(shown.current()).toBeNull()
    await shown.show('1', async () => ok(credentials('1')))
    const asked = shown.show('2', async () => ok(credentials('2')))
    expect(shown.current()).toBeNull()
    await asked
    expect(shown.current()?.id).toBe('2')
    expect(hidden).toBe(2)
  })
})

describe('credentials that are being asked for', () => {
  const slow = () => {
    let answer: (result: Result<ShownCredentials, AppError>) => void = () => undefined
    const ask = vi.fn(
      (_isWanted: () => boolean) =>
        new Promise<Result<ShownCredentials, AppError>>((resolve) => {
          answer = resolve
        }),
    )
    return { ask, answer: (result: Result<ShownCredentials, AppError>) => answer(result) }
  }

  it('are asked for once, however often they are wanted', async () => {
    const { ask, answer } = slow()
    const shown = open()
    const both = [shown.show('1', ask), shown.show('1', ask)]
    answer(ok(credentials('1')))
    expect(await Promise.all(both)).toMatchObject([{ value: { id: '1' } }, { value: { id: '1' } }])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('are not shown when something hid them before they came', async () => {
    const { ask, answer } = slow()
    const shown = open()
    const asked = shown.show('1', ask)
    shown.hide()
    expect(ask.mock.calls[0]?.[0]()).toBe(false)
    answer(ok(credentials('1')))
    expect(await asked).toEqual(PASSED)
    expect(shown.current()).toBeNull()
  })

  it('are not shown over those that were asked for after them', async () => {
    const { ask, answer } = slow()
    const shown = open()
    const first = shown.show('1', ask)
    await shown.show('2', async () => ok(credentials('2')))
    answer(ok(credentials('1')))
    expect(await first).toEqual(PASSED)
    expect(shown.current()?.id).toBe('2')
  })

  it('may be asked for again where the service refused', async () => {
    const shown = open()
    const refused = await shown.show('1', async () => err({ kind: 'service-failed', status: 500 }))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'service-failed' } })
    expect(await shown.show('1', async () => ok(credentials('1')))).toMatchObject({ ok: true })
  })
})
