import { describe, expect, it, vi } from 'vitest'
import { endsWithin } from '../../../src/main/startup/deadline'

describe('a step of the end', () => {
  it('is waited for until it has come to its end', async () => {
    let isDone = false
    const step = async () => {
      await Promise.resolve()
      isDone = true
    }
    expect(await endsWithin(60_000, step)).toBe(true)
    expect(isDone).toBe(true)
  })

  it('that hangs is not waited for any longer than it may take', async () => {
    expect(await endsWithin(20, () => new Promise(() => undefined))).toBe(false)
  })

  it('that fails has ended, and is reported', async () => {
    const cause = new Error('full')
    const onFault = vi.fn()
    expect(await endsWithin(60_000, () => Promise.reject(cause), onFault)).toBe(true)
    expect(onFault).toHaveBeenCalledWith(cause)
  })

  it('that throws before it begins has ended just so', async () => {
    const onFault = vi.fn()
    const step = (): Promise<void> => {
      throw new Error('gone')
    }
    expect(await endsWithin(60_000, step, onFault)).toBe(true)
    expect(onFault).toHaveBeenCalledOnce()
  })
})
