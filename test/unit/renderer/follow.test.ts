import { afterEach, describe, expect, it, vi } from 'vitest'
import { followMain } from '../../../src/renderer/state/follow'
import '../../../src/renderer/state/savedViews'
import { ok } from '../../../src/shared/result'

describe('What main says has changed', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is asked for once', async () => {
    const asked: string[] = []
    const listeners = new Map<string, (payload: unknown) => void>()
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string) => {
          asked.push(method)
          return ok([])
        },
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, listener)
          return () => listeners.delete(event)
        },
      },
    })
    const stop = followMain()
    listeners.get('changed')?.({ topics: ['views'] })
    await vi.waitFor(() => expect(asked).toContain('views.list'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toEqual(['views.list'])
    stop()
    expect(listeners.size).toBe(0)
  })
})
