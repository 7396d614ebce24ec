import type { DomainColumn } from '../../../shared/domain'
import type { HealthMark } from '../../../shared/health'
import { domainsText } from '../../../shared/text/window/domains'
import type { Width } from '../../ui/grid/columns'
import type { FleetColumns } from '../fleetList/FleetGrid'
import type { ColumnKind } from '../list/ViewMenu'

const ALL: readonly DomainColumn[] = [
  'domain',
  'mailboxes',
  'workspace',
  'status',
  'mx',
  'spf',
  'dkim',
  'dmarc-record',
  'ns',
  'registered',
  'expires',
  'forwarding',
  'catch-all',
  'dmarc',
  'note',
  'read',
]

/** The columns that tell what mail hangs on, each by its mark. */
export const markColumns: readonly (readonly [DomainColumn, HealthMark])[] = [
  ['mx', 'mx'],
  ['spf', 'spf'],
  ['dkim', 'dkim'],
  ['dmarc-record', 'dmarc'],
  ['ns', 'ns'],
]

const moments: ReadonlySet<DomainColumn> = new Set(['registered', 'expires', 'read'])

const kindOf = (column: DomainColumn): ColumnKind => {
  if (column === 'mailboxes') return 'figures'
  return moments.has(column) ? 'moments' : 'words'
}

/** Room for an icon and an age; for its word, too, where there is more. */
const MARK: Width = { least: 60, share: 1 }

/** The columns of the list of domains. */
export const domainColumns: FleetColumns<DomainColumn> = {
  all: ALL,
  titles: domainsText.columns,
  kindOf,
  widths: {
    domain: { least: 170, share: 5 },
    mailboxes: { least: 84, share: 0 },
    workspace: { least: 92, share: 2 },
    status: { least: 104, share: 1 },
    mx: MARK,
    spf: MARK,
    dkim: MARK,
    'dmarc-record': MARK,
    ns: MARK,
    registered: { least: 92, share: 0 },
    expires: { least: 92, share: 0 },
    forwarding: { least: 108, share: 2 },
    'catch-all': { least: 108, share: 2 },
    dmarc: { least: 108, share: 2 },
    note: { least: 104, share: 3 },
    read: { least: 84, share: 0 },
    copy: { least: 28, share: 0 },
  },
  dispensable: [
    ...(['dmarc', 'registered', 'catch-all', 'read', 'forwarding', 'workspace'] as const),
    // What a domain misses stands in its details, and is a filter; that it ends is met in time only where it is seen.
    ...(['ns', 'mx', 'spf', 'dkim', 'dmarc-record', 'expires'] as const),
  ],
}
