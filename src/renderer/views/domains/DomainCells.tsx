import type { ReactNode } from 'react'
import type { Domain, DomainColumn } from '../../../shared/domain'
import type { HealthMark, Standing } from '../../../shared/health'
import { figure } from '../../../shared/text/window/common'
import { domainsText } from '../../../shared/text/window/domains'
import { domains } from '../../state/domains'
import { mailboxes } from '../../state/mailboxes'
import { settings } from '../../state/settings'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { RowButton } from '../../ui/grid/RowButton'
import type { DrawnRow } from '../fleetList/FleetGrid'
import { CopyCell, UnseenCell } from '../fleetList/RowParts'
import { AgeCell, DueCell, NotTold, Status, TextCell, Told, ValueCell } from '../fleetList/Value'
import { workspaceName } from '../fleetList/workspaces'
import { NoteCell } from '../list/NoteCell'
import { domainColumns, markColumns } from './columns'
import { MarkInCell, MissingMark } from './Mark'

type Drawn = DrawnRow<Domain, DomainColumn | 'copy'>

/** One domain, as the cells of its row. */
export const DomainCells = (drawn: Drawn) => (
  <>
    {drawn.columns.map((column) => cells[column](drawn))}
    {drawn.row.isUnseen && <UnseenCell readAt={drawn.row.readAt} />}
  </>
)

const cells: Readonly<Record<DomainColumn | 'copy', (drawn: Drawn) => ReactNode>> = {
  domain: ({ row: { name, serviceId, isUnseen, health }, words, columns }) => (
    <Cell key="domain" place="domain" className="flex min-w-0 items-center gap-2">
      <span className={classes('min-w-1/2 truncate font-mono select-text', isUnseen && 'text-ink-soft')}>
        <Told text={name} words={words} dir="ltr" />
      </span>
      {serviceId === null && !columns.includes('status') && <OnlySeen />}
      <MissingUnseen health={health} columns={columns} />
    </Cell>
  ),
  mailboxes: ({ row, isActive }) => (
    <ValueCell key="mailboxes" place="mailboxes">
      <MailboxCount row={row} isActive={isActive} />
    </ValueCell>
  ),
  workspace: ({ row: { workspaceName: name, workspaceId } }) => (
    <TextCell key="workspace" place="workspace" text={workspaceName(name, workspaceId)} />
  ),
  status: ({ row: { status, serviceId } }) => (
    <ValueCell key="status" place="status">
      {serviceId === null && status === null ? <OnlySeen /> : <Status status={status} />}
    </ValueCell>
  ),
  mx: ({ row: { health } }) => <MarkCell key="mx" place="mx" mark="mx" standing={health.mx} />,
  spf: ({ row: { health } }) => <MarkCell key="spf" place="spf" mark="spf" standing={health.spf} />,
  dkim: ({ row: { health } }) => <MarkCell key="dkim" place="dkim" mark="dkim" standing={health.dkim} />,
  'dmarc-record': ({ row: { health } }) => (
    <MarkCell key="dmarc-record" place="dmarc-record" mark="dmarc" standing={health.dmarc} />
  ),
  ns: ({ row: { health } }) => <MarkCell key="ns" place="ns" mark="ns" standing={health.ns} />,
  registered: ({ row: { registeredAt } }) => (
    <AgeCell key="registered" place="registered" at={registeredAt} />
  ),
  expires: ({ row: { expiresAt } }) => <DueCell key="expires" place="expires" at={expiresAt} />,
  forwarding: ({ row: { forwardTo } }) => (
    <TextCell key="forwarding" place="forwarding" text={forwardTo} isLink />
  ),
  'catch-all': ({ row: { catchAllEmail } }) => (
    <TextCell key="catch-all" place="catch-all" text={catchAllEmail} />
  ),
  dmarc: ({ row: { dmarcEmail } }) => <TextCell key="dmarc" place="dmarc" text={dmarcEmail} />,
  note: ({ row: { id, note, name }, words, isActive, isEdited, onEdit }) => (
    <Cell key="note" place="note">
      <NoteCell
        id={id}
        note={note}
        name={name}
        save={domains.saveNote}
        words={words}
        isActive={isActive}
        isEdited={isEdited}
        onEdit={onEdit}
      />
    </Cell>
  ),
  read: ({ row: { readAt } }) => <AgeCell key="read" place="read" at={readAt} />,
  copy: ({ row: { id, name }, isActive }) => (
    <CopyCell key="copy" name={name} isActive={isActive} onCopy={() => void domains.copy({ ids: [id] })} />
  ),
}

interface MarkCellProps {
  readonly place: string
  readonly mark: HealthMark
  readonly standing: Standing
}

const MarkCell = ({ place, ...about }: MarkCellProps) => (
  <Cell place={place}>
    <MarkInCell {...about} />
  </Cell>
)

/** What is missing in columns that there is no room for. */
function MissingUnseen({ health, columns }: Pick<Domain, 'health'> & Pick<Drawn, 'columns'>) {
  const chosen = settings.use(({ data }) => data?.domainColumns) ?? domainColumns.all
  const missing = markColumns.flatMap(([column, mark]) =>
    health[mark].state === 'missing' && chosen.includes(column) && !columns.includes(column) ? [mark] : [],
  )
  return missing.length === 0 ? null : <MissingMark marks={missing} />
}

/** No list of domains showed it. */
const OnlySeen = () => (
  <span className="truncate" title={domainsText.onlySeenMeaning}>
    {domainsText.onlySeen}
  </span>
)

/** How many mailboxes Mailroom has read of a domain, and the way to them; what the service says where that differs. */
function MailboxCount({ row, isActive }: { readonly row: Domain; readonly isActive: boolean }) {
  const { name, mailboxes: read, saidMailboxes: said } = row
  if (read === null)
    return said === null ? <NotTold /> : <span title={domainsText.saidOnly(said)}>{figure(said)}</span>
  const isAsSaid = said === null || said === read
  const words = isAsSaid ? figure(read) : domainsText.readOfSaid(read, said)
  return (
    <RowButton
      isActive={isActive}
      label={domainsText.showMailboxesCounted(name, words)}
      className="-ml-1.5 max-w-full truncate rounded-md px-1.5 leading-6 text-accent-ink underline decoration-current/40 underline-offset-2 hover:decoration-current"
      onPress={() => mailboxes.open({ domains: [name] })}
    >
      <span title={isAsSaid ? undefined : domainsText.saidMailboxes(said)}>{words}</span>
    </RowButton>
  )
}
