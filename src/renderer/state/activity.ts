import type { Activity } from '../../shared/activity'
import { call } from '../bridge'
import { createPages } from './pages'

/** Everything that Mailroom was asked to write, newest first. */
export const activity = createPages<Activity>({
  ask: (offset, limit) => call('activity.list', { offset, limit }),
})
