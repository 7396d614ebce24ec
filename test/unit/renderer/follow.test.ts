import { afterEach, describe, expect, it, vi } from 'vitest'
import { followMain } from '../../../src/renderer/state/follow'
import '../../../src/renderer/state/savedViews'
import { closeDialog, openDialog, usePlace } from '../../../src/renderer/state/app'
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

describe('The path that is to be fixed', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is shown at once, but not in place of a dialog in which somebody does something', () => {
    const listeners = new Map<string, (payload: unknown) => void>()
    vi.stubGlobal('window', {
      bridge: {
        call: async () => ok([]),
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, listener)
          return () => listeners.delete(event)
        },
      },
    })
    const stop = followMain()
    const shown = () => usePlace.getState().operations
    listeners.get('fix-path')?.({ accountId: 'a', operation: 'messages.list' })
    expect(shown()).toMatchObject({ accountId: 'a', operation: 'messages.list', part: 'paths' })
    openDialog({ kind: 'connect' })
    listeners.get('fix-path')?.({ accountId: 'b', operation: 'addresses.list' })
    expect(usePlace.getState().dialog).toEqual({ kind: 'connect' })
    expect(shown()).toMatchObject({ accountId: 'a' })
    closeDialog()
    expect(usePlace.getState()).toMatchObject({ screen: 'operations', operations: { accountId: 'b' } })
    stop()
  })
})
