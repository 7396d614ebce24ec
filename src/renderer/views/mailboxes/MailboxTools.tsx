import { fleetListText } from '../../../shared/text/window/fleetList'
import { mailboxesText } from '../../../shared/text/window/mailboxes'
import { mailboxes } from '../../state/mailboxes'
import { savedViews, saveView } from '../../state/savedViews'
import { changeSettings, settings } from '../../state/settings'
import { FleetFilters } from '../fleetList/FleetFilters'
import { FleetTools } from '../fleetList/FleetTools'
import { WordFilter } from '../fleetList/WordFilter'
import { mailboxColumns } from './columns'

/** The filters, the saved views, and how the list looks. */
export function MailboxTools() {
  const kept = savedViews.use(({ data }) => data) ?? []
  const chosen = settings.use(({ data }) => data?.mailboxColumns) ?? mailboxColumns.all
  return (
    <FleetTools
      list={mailboxes}
      filters={<MailboxFilters />}
      views={kept.filter((saved) => saved.list === 'mailboxes')}
      onSave={async (name) =>
        (await saveView({ list: 'mailboxes', name, view: mailboxes.view.use.getState() })) !== null
      }
      columns={mailboxColumns}
      chosen={chosen}
      onColumns={(columns) => void changeSettings({ mailboxColumns: columns })}
    />
  )
}

function MailboxFilters() {
  const domains = mailboxes.view.use((view) => view.domains)
  const renewsWithin = mailboxes.view.use((view) => view.renewsWithin)
  return (
    <FleetFilters
      list={mailboxes}
      renderOwn={(filled, counts) => (
        <WordFilter
          {...filled}
          name={fleetListText.filter.domain}
          chosen={domains}
          counted={counts?.domains ?? []}
          onChange={(chosen) => mailboxes.view.change({ domains: chosen })}
        />
      )}
      due={{
        name: mailboxesText.renewing,
        chosen: renewsWithin,
        countsOf: ({ renewing }) => renewing,
        onChange: (within) => mailboxes.view.change({ renewsWithin: within }),
      }}
    />
  )
}
