import * as z from 'zod'
import { activity, activityAbout, activityView, attention } from '../activity'
import { writtenFile } from '../transfer'
import { method, nothing, offsetPage, requestId, rowId } from './parts'

/** What was asked for, written and done, with how it ended. */
export const activityMethods = {
  /** Without a view: all of it. */
  'activity.list': method(
    z.strictObject({ ...offsetPage, view: activityView.optional() }),
    z.object({ rows: z.array(activity), total: z.number() }),
  ),
  'activity.get': method(z.strictObject({ id: rowId }), activityAbout),
  /** What waits for its user's eye. */
  'activity.attention': method(nothing, attention),
  /** The rows of a view, as CSV. */
  'activity.export': method(z.strictObject({ requestId, view: activityView }), writtenFile),
} as const
