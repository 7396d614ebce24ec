import type { Activity } from '../../shared/activity'
import { call } from '../bridge'
import { createPages } from './pages'

/** Everything that Mailroom was asked to write, newest first. */
export const activity = createPages<Activity>(
  ({ plannedAt, id }) => ({ at: plannedAt, id }),
  (before, limit) => call('activity.list', before === undefined ? { limit } : { before, limit }),
)
