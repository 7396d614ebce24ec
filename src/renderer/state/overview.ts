import { call } from '../bridge'
import { usePlace } from './app'
import { createMirror } from './mirror'
import { pace } from './pace'
import { followTopic } from './topics'

/** The fleet in a few figures. */
export const overview = createMirror(() => call('fleet.overview', {}))

/** They are counted over all rows: only while somebody looks, and not with every page that is read. */
const refreshSoon = pace(
  () => (usePlace.getState().screen === 'overview' ? overview.refresh() : Promise.resolve()),
  1000,
)
for (const topic of ['litemail', 'fleet', 'mailboxes', 'domains'] as const) followTopic(topic, refreshSoon)
