import { domainsText } from '../../../shared/text/window/domains'
import { domains } from '../../state/domains'
import { savedViews, saveView } from '../../state/savedViews'
import { changeSettings, settings } from '../../state/settings'
import { FleetFilters } from '../fleetList/FleetFilters'
import { FleetTools } from '../fleetList/FleetTools'
import { domainColumns } from './columns'
import { HealthFilter } from './HealthFilter'

/** The filters, the saved views, and how the list looks. */
export function DomainTools() {
  const expiresWithin = domains.view.use((view) => view.expiresWithin)
  const health = domains.view.use((view) => view.health)
  const kept = savedViews.use(({ data }) => data) ?? []
  const chosen = settings.use(({ data }) => data?.domainColumns) ?? domainColumns.all
  return (
    <FleetTools
      list={domains}
      filters={
        <FleetFilters
          list={domains}
          renderOwn={(filled, counts) => (
            <HealthFilter
              {...filled}
              chosen={health}
              counted={counts?.health ?? []}
              onChange={(chosenOnes) => domains.view.change({ health: chosenOnes })}
            />
          )}
          due={{
            name: domainsText.expiring,
            chosen: expiresWithin,
            countsOf: ({ expiring }) => expiring,
            onChange: (within) => domains.view.change({ expiresWithin: within }),
          }}
        />
      }
      views={kept.filter((saved) => saved.list === 'domains')}
      onSave={async (name) =>
        (await saveView({ list: 'domains', name, view: domains.view.use.getState() })) !== null
      }
      columns={domainColumns}
      chosen={chosen}
      onColumns={(columns) => void changeSettings({ domainColumns: columns })}
    />
  )
}
