import type { Domain, DomainView } from '../../shared/domain'
import { domainsText } from '../../shared/text/window/domains'
import { call } from '../bridge'
import { usePlace } from './app'
import { createFleetList } from './list/fleetList'
import { followTopic } from './topics'

export type DomainFilters = Omit<DomainView, 'sort'>

/** Leaves nothing out. */
export const noDomainFilters: DomainFilters = {
  search: '',
  workspaces: [],
  statuses: [],
  tags: [],
  health: [],
  expiresWithin: null,
  isUnseen: false,
}

/** The domains of all accounts and workspaces, those too that only mailboxes tell of. */
export const domains = createFleetList({
  name: 'domains',
  text: domainsText,
  noFilters: noDomainFilters,
  order: {
    sort: { by: 'domain', isDescending: false },
    kept: ({ domainSort }) => domainSort,
    keep: (domainSort) => ({ domainSort }),
  },
  list: (view, offset, limit) => call('domains.list', { view, offset, limit }),
  count: (view) => call('domains.facets', { view }),
  place: (view, id) => call('domains.place', { view, id }),
  snapshot: (view) => call('domains.snapshot', { view }),
  get: (id) => call('domains.get', { id }),
  rowOf: ({ domain }): Domain => domain,
  copy: (choice) => call('domains.copy', { choice }),
  setNote: (id, note) => call('domains.setNote', { id, note }),
  write: (requestId, what) => call('domains.export', { requestId, what }),
})

// Whether domains can be checked is no matter of their rows.
followTopic('api-paths', () =>
  usePlace.getState().screen === 'domains' ? domains.facets.refresh() : Promise.resolve(),
)
