import type { Mailbox } from '../../shared/mailbox'
import { sortLabels } from './addressRow'
import { namesIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { placeIn } from './fleetPlace'
import { asBytes, type Sql, type SqlRow } from './sql'

/** What a person is called, of the two parts that a service tells; null where it tells none. */
const nameOf = (first: string | null, last: string | null): string | null => {
  const name = [first, last].flatMap((part) => part?.trim() || []).join(' ')
  return name === '' ? null : name
}

/** What a mailbox is, of the tables in `fromMailboxes`. */
export const mailboxColumns = `
  m.place, CAST(c.name AS BLOB) AS account_name, CAST(w.name AS BLOB) AS workspace_name, CAST(n.note AS BLOB) AS note,
  ${asBytes('m', ['account_id', 'workspace_id', 'service_id', 'email', 'first_name', 'last_name'])},
  ${asBytes('m', ['domain', 'status', 'tags'])},
  m.assigned_at, m.renews_at, m.created_at, m.seen_at, m.missed_at`

/** From `i`, which has places, to the mailbox behind each. */
export const fromMailboxes = (i: string): string => `
  FROM ${i} AS i CROSS JOIN mailboxes AS m ON m.place = i.place
  JOIN accounts AS c ON c.id = m.account_id
  LEFT JOIN workspaces AS w ON w.account_id = m.account_id AND w.service_id = m.workspace_id
  LEFT JOIN fleet_notes AS n ON n.account_id = m.account_id AND n.kind = 'mailbox' AND n.key = m.service_id`

/** Where a mailbox of `fromMailboxes` is one that lists show. */
export const IS_LISTED_MAILBOX = 'm.gone_at IS NULL AND c.removed_at IS NULL'

/** What a mailbox is sorted and searched by. */
export const sortedParts = (row: SqlRow): { readonly name: string | null; readonly tags: string[] } => ({
  name: nameOf(textOrNull(row.first_name), textOrNull(row.last_name)),
  tags: sortLabels(namesIn(row.tags)),
})

/** A row of `mailboxColumns`. */
export const toMailbox = (row: SqlRow): Mailbox => ({
  id: String(numberIn(row.place)),
  accountId: textIn(row.account_id),
  accountName: textIn(row.account_name),
  workspaceId: textIn(row.workspace_id),
  workspaceName: textOrNull(row.workspace_name),
  serviceId: textIn(row.service_id),
  email: textIn(row.email),
  ...sortedParts(row),
  domain: textOrNull(row.domain),
  status: textOrNull(row.status),
  assignedAt: numberOrNull(row.assigned_at),
  renewsAt: numberOrNull(row.renews_at),
  createdAt: numberOrNull(row.created_at),
  note: textIn(row.note),
  readAt: numberIn(row.seen_at),
  isUnseen: row.missed_at !== null,
})

/** The mailbox of an id, if lists show it. */
export const findMailbox = (sql: Sql): ((id: string) => Mailbox | null) => {
  const one = sql.prepare(
    `SELECT ${mailboxColumns} ${fromMailboxes('(SELECT ? AS place)')} WHERE ${IS_LISTED_MAILBOX}`,
  )
  return (id) => {
    const row = one.get(placeIn(id))
    return row ? toMailbox(row) : null
  }
}
