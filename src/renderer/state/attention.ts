import { call } from '../bridge'
import { createMirror } from './mirror'
import { pace } from './pace'
import { followTopic } from './topics'

/** So often it is counted anew at most, in milliseconds: a job changes many times a second. */
const PACE_MS = 500

/** What waits for its user's eye. */
export const attention = createMirror(() => call('activity.attention', {}))
const refreshSoon = pace(attention.refresh, PACE_MS)
followTopic('jobs', refreshSoon)
followTopic('activity', refreshSoon)
