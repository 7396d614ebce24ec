import { create } from 'zustand'
import type { Topic } from '../../shared/contract'
import type { QuickOrder } from '../../shared/desktopState'
import { call, listen } from '../bridge'
import { createMirror } from '../state/mirror'

/** What main knows and the small window shows: read once, and again when it changes, so that it opens with it. */
export const settings = createMirror(() => call('settings.get', {}))
export const accounts = createMirror(() => call('accounts.list', {}))

/** One opening of the window, from main's word to the next. Each starts with nothing typed. */
export const useVisit = create<{ readonly number: number; readonly order: QuickOrder | null }>(() => ({
  number: 0,
  order: null,
}))

const begin = (order: QuickOrder) => useVisit.setState(({ number }) => ({ number: number + 1, order }))

/** Hides the window. What was typed is gone before it is shown again. */
export function close(): void {
  begin({ kind: 'create' })
  void call('quick.close', {})
}

/** Hands over to the main window. */
export const showAddress = (id: string | null): void => void call('quick.showAddress', { id })

const readers: Partial<Record<Topic, () => Promise<void>>> = {
  settings: settings.refresh,
  accounts: accounts.refresh,
}

/** Follows what main tells unasked, for as long as the page is there. */
export function followMain(): void {
  listen('changed', ({ topics }) => {
    for (const topic of topics) void readers[topic]?.()
  })
  listen('quick', begin)
  void settings.refresh()
  void accounts.refresh()
  void call('quick.order', {}).then((order) => {
    // What main has said meanwhile is newer.
    if (order.ok && useVisit.getState().order === null) begin(order.value)
  })
}
