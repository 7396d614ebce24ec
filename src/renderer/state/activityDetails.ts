import { create } from 'zustand'
import type { ActivityAbout, ActivityView } from '../../shared/activity'
import { activityText } from '../../shared/text/window/activity'
import { call } from '../bridge'
import { createDetails } from './list/details'
import { createExporting } from './list/exporting'
import { showDone, showError } from './notices'
import { pace } from './pace'
import { followTopic } from './topics'

const PACE_MS = 250

/** The details beside Activity. */
export const activityDetails = createDetails<ActivityAbout>({
  screen: 'activity',
  ask: (id) => call('activity.get', { id }),
  idOf: ({ row }) => row.id,
})
followTopic('activity', pace(activityDetails.refresh, PACE_MS))

/** The row that is brought into sight; a new object each time. */
export const useShownActivity = create<{ readonly row: { readonly id: string } | null }>(() => ({
  row: null,
}))

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

/** Writes what Activity shows to a file. */
export const activityExport = createExporting<ActivityView>({
  text: { exported: (count, fileName) => activityText.exportedTo(count, fileName) },
  write: (requestId, what) =>
    call('activity.export', { requestId, view: 'view' in what ? what.view : noView }),
})
const noView: ActivityView = { search: '', kinds: [], outcomes: [], accountIds: [], isAttention: false }
