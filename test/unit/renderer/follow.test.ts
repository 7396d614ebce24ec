import { afterEach, describe, expect, it, vi } from 'vitest'
import { useCreations } from '../../../src/renderer/state/creations'
import { followMain } from '../../../src/renderer/state/follow'
import '../../../src/renderer/state/savedViews'
import { closeDialog, openDialog, usePlace } from '../../../src/renderer/state/app'
import { ok } from '../../../src/shared/result'

describe('What main says has changed', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    useCreations.setState({ inLine: 0 })
  })

  it('is asked for once', async () => {
    const { asked, tell, listeners, stop } = follow()
    tell(['views'])
    await vi.waitFor(() => expect(asked).toContain('views.list'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toEqual(['views.list'])
    stop()
    expect(listeners.size).toBe(0)
  })

  it('waits a moment while a press waits for its address, and is then asked for once', () => {
    vi.useFakeTimers()
    const { asked, tell, stop } = follow()
    useCreations.setState({ inLine: 1 })
    tell(['views'])
    tell(['views'])
    expect(asked).toEqual([])
    vi.runAllTimers()
    expect(asked).toEqual(['views.list'])
    stop()
  })
})

describe('The path that is to be fixed', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is shown at once, but not in place of a dialog in which somebody does something', () => {
    const { listeners, stop } = follow()
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

/** Follows a main that answers with nothing; `tell` is main's word of what has changed. */
function follow() {
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
  const tell = (topics: readonly string[]) => listeners.get('changed')?.({ topics })
  return { asked, listeners, tell, stop }
}
