import { create } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { MailOrder } from '../../shared/message'
import { call, listen } from '../bridge'
import { refreshTopic } from '../state/topics'

interface KnownOrder {
  /** The address whose messages the small window shows; null before main has said it, and where there is none. */
  readonly order: MailOrder | null
  /** Why it is not known; `none`: main knows of none. */
  readonly problem: AppError | 'none' | null
}

export const useOrder = create<KnownOrder>(() => ({ order: null, problem: null }))

/** Asks main which address it is for. */
export async function askOrder(): Promise<void> {
  const known = await call('messages.order', {})
  // What main has said meanwhile is newer.
  if (useOrder.getState().order !== null) return
  if (!known.ok) useOrder.setState({ problem: known.error })
  else useOrder.setState({ order: known.value, problem: known.value === null ? 'none' : null })
}

/** Follows what main tells unasked, for as long as the page is there. */
export function followMain(): void {
  listen('mail', (order) => useOrder.setState({ order, problem: null }))
  listen('changed', ({ topics }) => {
    for (const topic of topics) void refreshTopic(topic)
  })
  void askOrder()
}
