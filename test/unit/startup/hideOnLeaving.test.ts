import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../src/main/actions/context'
import { hideOnLeaving } from '../../../src/main/startup/hideOnLeaving'

/** What the desktop would call. */
const desktop = vi.hoisted(() => ({ lock: () => {}, sleep: () => {} }))
vi.mock('../../../src/main/desktop/leaving', () => ({
  onLock: (listener: () => void) => Object.assign(desktop, { lock: listener }),
  onSleep: (listener: () => void) => Object.assign(desktop, { sleep: listener }),
}))

const hide = vi.fn<() => void>()
const clear = vi.fn(async () => undefined)

describe('A computer that its user leaves', () => {
  beforeEach(() => {
    vi.clearAllMocks()
    // Nothing else of it is looked at.
    hideOnLeaving({ shown: { hide }, secretClipboard: { clear } } as unknown as Context)
  })

  it('shows no credentials once it is locked; what was copied keeps its half a minute', () => {
    desktop.lock()
    expect([hide.mock.calls.length, clear.mock.calls.length]).toEqual([1, 0])
  })

  it('shows none in its sleep, and has none on its clipboard: no timer would take it off', () => {
    desktop.sleep()
    expect([hide.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1])
  })
})
