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
  const view = domains.view.use()
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
              chosen={view.health}
              counted={counts?.health ?? []}
              onChange={(health) => domains.view.change({ health })}
            />
          )}
          due={{
            name: domainsText.expiring,
            chosen: view.expiresWithin,
            countsOf: ({ expiring }) => expiring,
            onChange: (expiresWithin) => domains.view.change({ expiresWithin }),
          }}
        />
      }
      views={kept.filter((saved) => saved.list === 'domains')}
      onSave={async (name) => (await saveView({ list: 'domains', name, view })) !== null}
      columns={domainColumns}
      chosen={chosen}
      onColumns={(columns) => void changeSettings({ domainColumns: columns })}
    />
  )
}
