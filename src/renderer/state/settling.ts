import { create } from 'zustand'
import { activityText } from '../../shared/text/window/activity'
import { call } from '../bridge'
import { showDone, showError } from './notices'

/** The row that is being looked at at Litemail. */
export const useChecking = create<{ readonly id: string | null }>(() => ({ id: null }))

/** Reads once more what a write was about, or takes what its user says of it. */
export async function settle(rowId: string, verdict: 'check' | 'done' | 'not-done'): Promise<void> {
  if (useChecking.getState().id !== null) return
  useChecking.setState({ id: rowId })
  const settled = await call('operations.settle', { rowId, verdict })
  useChecking.setState({ id: null })
  if (!settled.ok) {
    showError(settled.error, { service: 'litemail', redo: () => void settle(rowId, verdict) })
    return
  }
  const { state, confirmedAt } = settled.value
  if (verdict !== 'check') return
  const isSeen = state === 'done' && confirmedAt !== null
  showDone(isSeen ? activityText.details.seen : activityText.details.stillOpen)
}
