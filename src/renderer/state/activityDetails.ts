import { create } from 'zustand'
import type { ActivityAbout, ActivityView } from '../../shared/activity'
import { activityText } from '../../shared/text/window/activity'
import { call } from '../bridge'
import { createDetails } from './list/details'
import { createExporting } from './list/exporting'
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

/** Writes what Activity shows to a file. */
export const activityExport = createExporting<ActivityView>({
  text: { exported: (count, fileName) => activityText.exportedTo(count, fileName) },
  write: (requestId, what) =>
    call('activity.export', { requestId, view: 'view' in what ? what.view : noView }),
})
const noView: ActivityView = { search: '', kinds: [], outcomes: [], accountIds: [], isAttention: false }
