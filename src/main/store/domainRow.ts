import type { Domain } from '../../shared/domain'
import { sortLabels } from './addressRow'
import { claimOrNull, namesIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { healthIn, markColumns } from './dnsMarks'
import { READ_AT } from './fleetParts'
import { placeIn } from './fleetPlace'
import { asBytes, type Sql, type SqlRow } from './sql'

/** How many mailboxes of a domain `d` are kept; null where none of the lists that would show them was read yet. */
export const countedMailboxes = `
  CASE WHEN EXISTS (SELECT 1 FROM fleet_parts AS p WHERE p.account_id = d.account_id AND p.noun = 'mailboxes'
      AND (p.workspace_id = d.workspace_id OR p.workspace_id = '' OR d.workspace_id = '')
      AND ${READ_AT} IS NOT NULL)
    THEN (SELECT count(*) FROM mailbox_index AS y WHERE y.account_id = d.account_id AND y.domain = d.name)
  END`

/** What a domain is, of the tables in `fromDomains`. */
export const domainColumns = `
  d.place, CAST(c.name AS BLOB) AS account_name, CAST(w.name AS BLOB) AS workspace_name, CAST(n.note AS BLOB) AS note,
  ${asBytes('d', ['account_id', 'workspace_id', 'service_id', 'name', 'status', 'tags'])},
  ${asBytes('d', ['forward_to', 'catch_all_email', 'dmarc_email'])},
  ${markColumns},
  ${countedMailboxes} AS mailboxes, d.mailbox_count, d.registered_at, d.expires_at, d.is_auto_renewing, d.seen_at,
  d.missed_at`

/** From `i`, which has places, to the domain behind each. */
export const fromDomains = (i: string): string => `
  FROM ${i} AS i CROSS JOIN domains AS d ON d.place = i.place
  JOIN accounts AS c ON c.id = d.account_id
  LEFT JOIN workspaces AS w ON w.account_id = d.account_id AND w.service_id = d.workspace_id
  LEFT JOIN fleet_notes AS n ON n.account_id = d.account_id AND n.kind = 'domain' AND n.key = d.name`

/** Where a domain of `fromDomains` is one that lists show. */
export const IS_LISTED_DOMAIN = 'd.gone_at IS NULL AND c.removed_at IS NULL'

/** A row of `domainColumns`. */
export const toDomain = (row: SqlRow): Domain => ({
  id: String(numberIn(row.place)),
  accountId: textIn(row.account_id),
  accountName: textIn(row.account_name),
  workspaceId: textIn(row.workspace_id),
  workspaceName: textOrNull(row.workspace_name),
  serviceId: textOrNull(row.service_id),
  name: textIn(row.name),
  status: textOrNull(row.status),
  mailboxes: numberOrNull(row.mailboxes),
  saidMailboxes: numberOrNull(row.mailbox_count),
  registeredAt: numberOrNull(row.registered_at),
  expiresAt: numberOrNull(row.expires_at),
  isAutoRenewing: claimOrNull(row.is_auto_renewing),
  forwardTo: textOrNull(row.forward_to),
  catchAllEmail: textOrNull(row.catch_all_email),
  dmarcEmail: textOrNull(row.dmarc_email),
  tags: sortLabels(namesIn(row.tags)),
  note: textIn(row.note),
  health: healthIn(row),
  readAt: numberIn(row.seen_at),
  isUnseen: row.missed_at !== null,
})

/** The domain of an id, if lists show it. */
export const findDomain = (sql: Sql): ((id: string) => Domain | null) => {
  const one = sql.prepare(
    `SELECT ${domainColumns} ${fromDomains('(SELECT ? AS place)')} WHERE ${IS_LISTED_DOMAIN}`,
  )
  return (id) => {
    const row = one.get(placeIn(id))
    return row ? toDomain(row) : null
  }
}
