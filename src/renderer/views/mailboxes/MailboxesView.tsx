import { lazy } from 'react'
import type { Mailbox, MailboxView } from '../../../shared/mailbox'
import { mailboxesText } from '../../../shared/text/window/mailboxes'
import { mailboxes } from '../../state/mailboxes'
import { settings } from '../../state/settings'
import { CredentialExportBand } from '../exports/CredentialExportBand'
import { SelectedExports } from '../exports/SelectedExports'
import { FleetGrid } from '../fleetList/FleetGrid'
import { FleetListView, type OnRowKey } from '../fleetList/FleetListView'
import { narrowedTo } from '../fleetList/narrowedTo'
import { mailboxColumns } from './columns'
import { MailboxActions } from './MailboxActions'
import { MailboxCells } from './MailboxCells'
import { MailboxTools } from './MailboxTools'
import { SelectedDeeds } from './write/SelectedDeeds'

const MailboxDetails = lazy(() =>
  import('./MailboxDetails').then(({ MailboxDetails }) => ({ default: MailboxDetails })),
)

const nouns = ['mailboxes'] as const
const narrowedOf = (view: MailboxView) =>
  narrowedTo(
    { ...view, due: { name: mailboxesText.renewing, within: view.renewsWithin } },
    mailboxes.facets.use.getState().facets?.workspaces ?? [],
  )

/** The mailboxes of all accounts and workspaces. */
export const MailboxesView = () => (
  <FleetListView
    list={mailboxes}
    nouns={nouns}
    tools={<MailboxTools />}
    actions={<MailboxActions />}
    renderGrid={(onRowKey) => <MailboxGrid onRowKey={onRowKey} />}
    renderBand={() => <CredentialExportBand />}
    selectedDeeds={
      <>
        <SelectedDeeds />
        <SelectedExports />
      </>
    }
    isExportAmongDeeds
    renderDetails={() => <MailboxDetails />}
    narrowedOf={narrowedOf}
  />
)

/** The grid "Mailboxes". */
function MailboxGrid({ onRowKey }: { readonly onRowKey: OnRowKey<Mailbox> }) {
  const chosen = settings.use(({ data }) => data?.mailboxColumns) ?? mailboxColumns.all
  return (
    <FleetGrid
      list={mailboxes}
      columns={mailboxColumns}
      chosen={chosen}
      rowClass="mailbox-cells"
      draw={MailboxCells}
      onRowKey={onRowKey}
    />
  )
}
