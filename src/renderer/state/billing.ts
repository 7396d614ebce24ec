import { call } from '../bridge'
import { usePlace } from './app'
import { createMirror } from './mirror'
import { pace } from './pace'
import { followTopic } from './topics'

/** What each account pays, and with what. */
export const billing = createMirror(() => call('billing.get', {}))

/** Only while somebody looks, and as often as it is said how fresh it is: the two never contradict each other for long. */
const refreshSoon = pace(
  () => (usePlace.getState().screen === 'billing' ? billing.refresh() : Promise.resolve()),
  250,
)
for (const topic of ['litemail', 'fleet', 'mailboxes'] as const) followTopic(topic, refreshSoon)
