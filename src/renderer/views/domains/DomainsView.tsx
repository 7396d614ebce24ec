import { lazy } from 'react'
import type { Domain, DomainView } from '../../../shared/domain'
import { domainsText } from '../../../shared/text/window/domains'
import { healthText } from '../../../shared/text/window/health'
import { domains } from '../../state/domains'
import { settings } from '../../state/settings'
import { FleetGrid } from '../fleetList/FleetGrid'
import { FleetListView, type OnRowKey } from '../fleetList/FleetListView'
import { narrowedTo } from '../fleetList/narrowedTo'
import { CheckBand } from './CheckBand'
import { domainColumns } from './columns'
import { DomainActions } from './DomainActions'
import { DomainCells } from './DomainCells'
import { DomainTools } from './DomainTools'
import { DomainWrites } from './write/DomainWrites'

const DomainDetails = lazy(() =>
  import('./DomainDetails').then(({ DomainDetails }) => ({ default: DomainDetails })),
)

const nouns = ['domains'] as const
const narrowedOf = (view: DomainView) =>
  narrowedTo(
    {
      ...view,
      due: { name: domainsText.expiring, within: view.expiresWithin },
      own: { name: healthText.filter, chosen: view.health.map((choice) => healthText.choices[choice]) },
    },
    domains.facets.use.getState().facets?.workspaces ?? [],
  )

/** The domains of all accounts and workspaces. */
export const DomainsView = () => (
  <FleetListView
    list={domains}
    nouns={nouns}
    tools={<DomainTools />}
    actions={<DomainActions />}
    selectedDeeds={<DomainWrites />}
    renderBand={() => <CheckBand />}
    renderGrid={(onRowKey) => <DomainGrid onRowKey={onRowKey} />}
    renderDetails={() => <DomainDetails />}
    narrowedOf={narrowedOf}
  />
)

/** The grid "Domains". */
function DomainGrid({ onRowKey }: { readonly onRowKey: OnRowKey<Domain> }) {
  const chosen = settings.use(({ data }) => data?.domainColumns) ?? domainColumns.all
  return (
    <FleetGrid
      list={domains}
      columns={domainColumns}
      chosen={chosen}
      rowClass="domain-cells"
      draw={DomainCells}
      onRowKey={onRowKey}
    />
  )
}
