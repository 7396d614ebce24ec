import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDialog, usePlace } from '../../../src/renderer/state/app'
import { orders } from '../../../src/renderer/state/orders'
import { togglePalette } from '../../../src/renderer/state/palette'
import { propose, usePlanning } from '../../../src/renderer/state/planning'
import { whenFree } from '../../../src/renderer/state/whenFree'
import { useOpenForms } from '../../../src/renderer/ui/openForms'

const KEYS = ['find', 'addresses', 'activity', 'operations', 'settings', 'about', 'new-address-with'] as const

/** A plan that main is still asked for, and a form that only the page itself knows to be open. */
const doings: readonly (readonly [string, () => void, () => void])[] = [
  [
    'a plan',
    () => propose({ operation: 'tags.delete', of: { accountId: 'a', rows: [] } }),
    () => usePlanning.setState(usePlanning.getInitialState(), true),
  ],
  ['a form', () => useOpenForms.setState({ count: 1 }), () => useOpenForms.setState({ count: 0 })],
]

describe.each(doings)('What is being done in %s', (_, open, close) => {
  beforeEach(() => {
    vi.stubGlobal('window', { bridge: { call: () => new Promise(() => {}) } })
    vi.stubGlobal('document', { activeElement: null, getElementById: () => null })
    vi.stubGlobal('requestAnimationFrame', (act: () => void) => act())
    usePlace.setState({ ...usePlace.getInitialState(), screen: 'mailboxes' }, true)
    open()
  })
  afterEach(() => {
    close()
    vi.unstubAllGlobals()
  })

  it.each(KEYS)('is not thrown away by a key of the menu: %s', (key) => {
    orders[key]()
    expect(usePlace.getState()).toMatchObject({ screen: 'mailboxes', dialog: null })
  })

  it('is not thrown away by the palette', () => {
    togglePalette()
    expect(usePlace.getState().dialog).toBeNull()
  })

  it('is done before anybody is led elsewhere from outside', () => {
    const go = vi.fn()
    whenFree(go)
    expect(go).not.toHaveBeenCalled()
    close()
    expect(go).toHaveBeenCalledOnce()
  })
})

it('a key of the menu works where nothing is being done', () => {
  usePlace.setState(usePlace.getInitialState(), true)
  orders.settings()
  expect(usePlace.getState().screen).toBe('settings')
  usePlace.setState(usePlace.getInitialState(), true)
  openDialog({ kind: 'connect' })
  orders.settings()
  expect(usePlace.getState().screen).toBe('addresses')
})
