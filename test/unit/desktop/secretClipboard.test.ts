import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearSecret, copySecret, leaveNoSecret } from '../../../src/main/desktop/secretClipboard'

const HALF_A_MINUTE = 30_000

const desktop = vi.hoisted(() => ({
  /** What others paste. */
  text: '',
  /** What would be handed over when this process ends. */
  ours: null as string | null,
  /** Another program cannot be looked at now. */
  isBlind: false,
  /** How long taking off takes, in milliseconds. */
  slow: 0,
  /** What becomes of a copy: it is there, or it is said not to be, and is there or not. */
  copies: 'works' as 'works' | 'fails' | 'is there, and fails',
  onFocus: [] as (() => void)[],
}))
vi.mock('electron', () => ({
  app: { once: (_: string, listener: () => void) => desktop.onFocus.push(listener) },
}))
vi.mock('../../../src/main/desktop/clipboard', () => ({
  copyText: async (text: string) => {
    if (desktop.copies !== 'fails') desktop.text = text
    if (desktop.copies !== 'works') return { ok: false, error: { kind: 'clipboard' } }
    desktop.ours = text
    return { ok: true, value: undefined }
  },
  takeOff: async (text: string) => {
    if (desktop.isBlind) return false
    if (desktop.text === text) desktop.text = ''
    if (desktop.slow > 0) await new Promise((resolve) => setTimeout(resolve, desktop.slow))
    return true
  },
  lastCopied: () => (desktop.ours === null ? null : { text: desktop.ours, isServedHere: true }),
  forgetCopied: () => {
    desktop.ours = null
  },
}))

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(desktop, { text: '', ours: null, isBlind: false, slow: 0, copies: 'works', onFocus: [] })
})
afterEach(async () => {
  await vi.runAllTimersAsync()
  vi.useRealTimers()
})

describe('a credential on the clipboard', () => {
  it('is there for half a minute, and no longer', async () => {
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE - 1)
    expect(desktop.text).toBe('one')
    await vi.advanceTimersByTimeAsync(1)
    expect(desktop.text).toBe('')
  })

  it('gives way to another one, which has half a minute of its own', async () => {
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(20_000)
    await copySecret('two')
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE - 1)
    expect(desktop.text).toBe('two')
    await vi.advanceTimersByTimeAsync(1)
    expect(desktop.text).toBe('')
  })

  it('that is copied again has half a minute from then on', async () => {
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(20_000)
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE - 1)
    expect(desktop.text).toBe('one')
    await vi.advanceTimersByTimeAsync(1)
    expect(desktop.text).toBe('')
  })

  it('that is copied again while it is being taken off is taken off again', async () => {
    desktop.slow = 100
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE)
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE - 1)
    expect(desktop.text).toBe('one')
    await vi.advanceTimersByTimeAsync(1)
    expect(desktop.text).toBe('')
  })

  it('is taken off once the user is back, where nobody could look before', async () => {
    await copySecret('one')
    desktop.isBlind = true
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE)
    expect(desktop.text).toBe('one')
    desktop.isBlind = false
    for (const back of desktop.onFocus) back()
    await vi.advanceTimersByTimeAsync(0)
    expect(desktop.text).toBe('')
  })

  it('is taken off at once where its copy is said to have failed, and is there', async () => {
    desktop.copies = 'is there, and fails'
    expect(await copySecret('one')).toMatchObject({ ok: false })
    expect(desktop.text).toBe('')
  })

  it('whose copy failed is taken off after half a minute, where nobody could look at first', async () => {
    desktop.copies = 'is there, and fails'
    desktop.isBlind = true
    await copySecret('one')
    expect(desktop.text).toBe('one')
    desktop.isBlind = false
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE)
    expect(desktop.text).toBe('')
  })

  it('is there no longer because another one could not be copied', async () => {
    await copySecret('one')
    await vi.advanceTimersByTimeAsync(20_000)
    desktop.copies = 'fails'
    await copySecret('two')
    expect(desktop.text).toBe('one')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desktop.text).toBe('')
  })

  it('that is being copied when all is to go goes, too', async () => {
    const copying = copySecret('one')
    await clearSecret()
    await copying
    expect(desktop.text).toBe('')
  })

  it('goes at once when it is to go, and nothing else with it', async () => {
    await copySecret('one')
    await clearSecret()
    expect(desktop.text).toBe('')
    desktop.text = 'mine'
    await vi.advanceTimersByTimeAsync(HALF_A_MINUTE)
    expect(desktop.text).toBe('mine')
  })

  it('that cannot be taken off when Mailroom ends is handed to nobody; an address copied since is', async () => {
    await copySecret('one')
    desktop.isBlind = true
    await leaveNoSecret()
    expect(desktop.ours).toBeNull()
    await copySecret('two')
    desktop.ours = 'an@address.example'
    await leaveNoSecret()
    expect(desktop.ours).toBe('an@address.example')
    desktop.isBlind = false
  })
})
