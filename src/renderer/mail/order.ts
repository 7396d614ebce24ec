import { create } from 'zustand'
import type { MailOrder } from '../../shared/message'
import { call, listen } from '../bridge'

/** The address whose messages the small window shows; null before main has said it. */
export const useOrder = create<{ readonly order: MailOrder | null }>(() => ({ order: null }))

/** Follows what main tells unasked, for as long as the page is there. */
export function followMain(): void {
  listen('mail', (order) => useOrder.setState({ order }))
  void call('messages.order', {}).then((known) => {
    // What main has said meanwhile is newer.
    if (known.ok && useOrder.getState().order === null) useOrder.setState({ order: known.value })
  })
}
