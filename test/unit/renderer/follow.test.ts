import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCreations } from '../../../src/renderer/state/creations'
import { followMain } from '../../../src/renderer/state/follow'
import '../../../src/renderer/state/savedViews'
import { closeDialog, openDialog, usePlace } from '../../../src/renderer/state/app'
import { useNotices } from '../../../src/renderer/state/notices'
import { err, ok } from '../../../src/shared/result'

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

describe('Where somebody is led from outside the window', () => {
  beforeEach(() => usePlace.setState(usePlace.getInitialState(), true))
  afterEach(() => vi.unstubAllGlobals())

  const ways = {
    'fix-path': [
      { accountId: 'b', operation: 'addresses.list' },
      { screen: 'operations', operations: { accountId: 'b', operation: 'addresses.list', part: 'paths' } },
    ],
    'show-billing': [{ accountId: 'b' }, { screen: 'billing', billingOf: 'b' }],
    'show-address': [{ id: 'x' }, { screen: 'addresses' }],
    'show-domains': [{ missing: ['dmarc'] }, { screen: 'domains' }],
    command: [
      { command: 'settings', isFromOutside: true },
      { screen: 'settings', section: 'accounts' },
    ],
  } as const
  const events = Object.keys(ways) as (keyof typeof ways)[]
  const elsewhere = { screen: 'overview' } as const

  it.each(events)('is shown at once: %s', async (event) => {
    const { listeners, stop } = follow()
    usePlace.setState(elsewhere)
    listeners.get(event)?.(ways[event][0])
    await vi.waitFor(() => expect(usePlace.getState()).toMatchObject(ways[event][1]))
    stop()
  })

  it.each(events)('is not shown in place of a dialog in which somebody does something: %s', async (event) => {
    const { listeners, frames, stop } = follow()
    usePlace.setState(elsewhere)
    openDialog({ kind: 'connect' })
    listeners.get(event)?.(ways[event][0])
    frames.run()
    expect(usePlace.getState()).toMatchObject({ ...elsewhere, dialog: { kind: 'connect' } })
    // One step of it follows the other.
    closeDialog()
    openDialog({ kind: 'connect-litemail' })
    frames.run()
    expect(usePlace.getState()).toMatchObject({ ...elsewhere, dialog: { kind: 'connect-litemail' } })
    closeDialog()
    frames.run()
    await vi.waitFor(() => expect(usePlace.getState()).toMatchObject(ways[event][1]))
    stop()
  })

  it('is where the last word led, and only once', () => {
    const { listeners, frames, stop } = follow()
    openDialog({ kind: 'connect' })
    listeners.get('fix-path')?.(ways['fix-path'][0])
    listeners.get('show-billing')?.(ways['show-billing'][0])
    closeDialog()
    frames.run()
    expect(usePlace.getState()).toMatchObject({ screen: 'billing', operations: { accountId: null } })
    usePlace.setState(elsewhere)
    openDialog({ kind: 'connect' })
    closeDialog()
    frames.run()
    expect(usePlace.getState()).toMatchObject(elsewhere)
    stop()
  })

  it('waits for no palette, in which nothing is being done', () => {
    const { listeners, frames, stop } = follow()
    openDialog({ kind: 'palette' })
    listeners.get('show-billing')?.(ways['show-billing'][0])
    expect(usePlace.getState().dialog).toBe(null)
    frames.run()
    expect(usePlace.getState()).toMatchObject(ways['show-billing'][1])
    stop()
  })

  it('is, of domains, those that miss what was lost, and no others', async () => {
    const { listeners, stop } = follow()
    const { domains } = await import('../../../src/renderer/state/domains')
    domains.open({ search: 'acme', statuses: ['active'] })
    listeners.get('show-domains')?.({ missing: ['dmarc', 'spf'] })
    await vi.waitFor(() =>
      expect(domains.view.use.getState()).toMatchObject({
        ...{ search: '', statuses: [], health: ['dmarc', 'spf'], isUnseen: false },
      }),
    )
    stop()
  })
})

describe('What a menu or key of the window asks for', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each(['activity', 'operations', 'settings', 'about', 'billing', 'find'] as const)(
    'is not done over a dialog in which somebody does something, nor after it: %s',
    (command) => {
      const { listeners, frames, stop } = follow()
      usePlace.setState({ ...usePlace.getInitialState(), screen: 'overview' })
      openDialog({ kind: 'connect' })
      listeners.get('command')?.({ command, isFromOutside: false })
      expect(usePlace.getState()).toMatchObject({ screen: 'overview', dialog: { kind: 'connect' } })
      closeDialog()
      frames.run()
      expect(usePlace.getState()).toMatchObject({ screen: 'overview', dialog: null })
      stop()
    },
  )

  it('takes the place of the palette, in which nothing is being done', () => {
    const { listeners, frames, stop } = follow()
    for (const command of ['addresses', 'activity', 'settings'] as const) {
      openDialog({ kind: 'palette' })
      listeners.get('command')?.({ command, isFromOutside: false })
      expect(usePlace.getState().dialog).toBe(null)
      frames.run()
      expect(usePlace.getState().screen).toBe(command)
    }
    stop()
  })

  it('says where nothing can be undone', () => {
    const { listeners, stop } = follow()
    vi.stubGlobal('HTMLElement', class {})
    vi.stubGlobal('document', { activeElement: null })
    usePlace.setState({ ...usePlace.getInitialState(), screen: 'mailboxes' })
    useNotices.setState({ notices: [] })
    listeners.get('command')?.({ command: 'undo', isFromOutside: false })
    expect(useNotices.getState().notices.map(({ words }) => words)).toEqual(['Nothing to undo here.'])
    stop()
  })
})

/**
 * Follows a main that knows of no view, and answers nothing else; `tell` is main's word of what has changed, `frames.run` draws until nothing waits
 * to be drawn.
 */
function follow() {
  const asked: string[] = []
  const listeners = new Map<string, (payload: unknown) => void>()
  const drawn: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => drawn.push(draw))
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', {
    bridge: {
      call: async (method: string) => {
        asked.push(method)
        return method === 'views.list' ? ok([]) : err({ kind: 'forbidden' })
      },
      on: (event: string, listener: (payload: unknown) => void) => {
        listeners.set(event, listener)
        return () => listeners.delete(event)
      },
    },
  })
  const stop = followMain()
  const tell = (topics: readonly string[]) => listeners.get('changed')?.({ topics })
  const frames = {
    run() {
      for (let draw = drawn.shift(); draw !== undefined; draw = drawn.shift()) draw()
    },
  }
  return { asked, listeners, tell, frames, stop }
}
