import type { Domain } from '../../shared/domain'
import type { Standing } from '../../shared/health'
import type { Mailbox } from '../../shared/mailbox'
import { joinLabels } from '../rules/csvCell'
import { csvHead, csvRows } from './csvText'

/** The columns of a file: each with its title, and what a row has in it; '' where that is not known. */
export type Columns<Row> = readonly (readonly [title: string, cell: (row: Row) => string])[]

/** As spreadsheets read a moment, which have no time zones: in UTC, as the title says. */
export const moment = (at: number | null): string => {
  if (at === null) return ''
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ')
}

const claim = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')
const amount = (value: number | null): string => (value === null ? '' : String(value))

/** What a fact that may be '' (none) or null (not known) says. */
const ifAny = (value: string | null): string => (value === '' ? 'none' : (value ?? ''))

const standing = ({ state }: Standing): string => (state === 'unchecked' ? '' : state)

const mailboxFields: Columns<Mailbox> = [
  ['Address', ({ email }) => email],
  ['Name', ({ name }) => name ?? ''],
  ['Domain', ({ domain }) => domain ?? ''],
  ['Status', ({ status }) => status ?? ''],
  ['Tags', ({ tags }) => joinLabels(tags)],
  ['Note', ({ note }) => note],
  ['Workspace', ({ workspaceName, workspaceId }) => workspaceName ?? workspaceId],
  ['Account', ({ accountName }) => accountName],
  ['Assigned (UTC)', ({ assignedAt }) => moment(assignedAt)],
  ['Renews (UTC)', ({ renewsAt }) => moment(renewsAt)],
  ['Created (UTC)', ({ createdAt }) => moment(createdAt)],
  ['Last read (UTC)', ({ readAt }) => moment(readAt)],
  ['In the last whole list', ({ isUnseen }) => claim(!isUnseen)],
  ['Litemail id', ({ serviceId }) => serviceId],
]

const oldest = (standings: readonly Standing[]): number | null => {
  const moments = standings.flatMap(({ at }) => (at === null ? [] : [at]))
  return moments.length === 0 ? null : Math.min(...moments)
}

const domainFields: Columns<Domain> = [
  ['Domain', ({ name }) => name],
  ['Status', ({ status }) => status ?? ''],
  ['Mailboxes', ({ mailboxes }) => amount(mailboxes)],
  ['Mailboxes, as Litemail says', ({ saidMailboxes }) => amount(saidMailboxes)],
  ['Tags', ({ tags }) => joinLabels(tags)],
  ['Note', ({ note }) => note],
  ['Workspace', ({ workspaceName, workspaceId }) => workspaceName ?? workspaceId],
  ['Account', ({ accountName }) => accountName],
  ['Registered (UTC)', ({ registeredAt }) => moment(registeredAt)],
  ['Expires (UTC)', ({ expiresAt }) => moment(expiresAt)],
  ['Renews by itself', ({ isAutoRenewing }) => claim(isAutoRenewing)],
  ['Forwards to', ({ forwardTo }) => ifAny(forwardTo)],
  ['Catch-all', ({ catchAllEmail }) => ifAny(catchAllEmail)],
  ['DMARC reports to', ({ dmarcEmail }) => ifAny(dmarcEmail)],
  ['MX', ({ health }) => standing(health.mx)],
  ['SPF', ({ health }) => standing(health.spf)],
  ['DKIM', ({ health }) => standing(health.dkim)],
  ['DMARC', ({ health }) => standing(health.dmarc)],
  // Of what was found at different times the oldest: nothing is younger than it says.
  ['DNS checked (UTC)', ({ health: { mx, spf, dkim, dmarc } }) => moment(oldest([mx, spf, dkim, dmarc]))],
  ['Name servers', ({ health }) => standing(health.ns)],
  ['Name servers compared (UTC)', ({ health }) => moment(health.ns.at)],
  ['Last read (UTC)', ({ readAt }) => moment(readAt)],
  ['In the last whole list', ({ isUnseen, serviceId }) => (serviceId === null ? '' : claim(!isUnseen))],
  ['Seen only in mailboxes', ({ serviceId }) => claim(serviceId === null)],
  ['Litemail id', ({ serviceId }) => serviceId ?? ''],
]

/** A CSV file of rows of one kind. */
export interface CsvFile<Row> {
  readonly head: string
  piece(rows: readonly Row[]): string
}

/** A file of rows with these columns. */
export const fileOf = <Row>(columns: Columns<Row>): CsvFile<Row> => ({
  head: csvHead(columns.map(([title]) => title)),
  piece: (rows) => csvRows(rows.map((row) => columns.map(([, cell]) => cell(row)))),
})

/** Mailboxes for a spreadsheet. What is not known is an empty cell. */
export const mailboxCsv = fileOf(mailboxFields)
/** Domains for a spreadsheet. What is not known is an empty cell, what is known to be nothing is `none`. */
export const domainCsv = fileOf(domainFields)
