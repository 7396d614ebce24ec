import { namesIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { countedMailboxes } from './domainRow'
import { placesOf } from './fleetPlace'
import { asBytes, type Sql } from './sql'

/** A domain that mailboxes may be assigned to. */
export interface StoredHome {
  readonly name: string
  readonly serviceId: string | null
  readonly workspaceId: string
  readonly workspaceName: string | null
  /** How many of its mailboxes are kept; null where they were not read. */
  readonly mailboxes: number | null
}

/** A mailbox as it can be changed. Null: the service did not say. */
export interface StoredEditable {
  readonly id: string
  readonly accountId: string
  readonly workspaceId: string
  readonly serviceId: string
  readonly email: string
  readonly username: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly tags: readonly string[]
}

/** Writes that bring a mailbox to a domain. */
const ASSIGNING = "('mailboxes.create', 'mailboxes.assign')"

export const assigningReads = (sql: Sql) => {
  const homes = sql.prepare(`
    SELECT ${asBytes('d', ['service_id', 'workspace_id', 'name'])}, CAST(w.name AS BLOB) AS workspace_name,
      ${countedMailboxes} AS mailboxes
    FROM domains AS d LEFT JOIN workspaces AS w ON w.account_id = d.account_id AND w.service_id = d.workspace_id
    WHERE d.account_id = ? AND d.gone_at IS NULL ORDER BY d.name, d.place`)
  const listed = sql.prepare(`
    SELECT CAST(lower(m.email) AS BLOB) AS email
    FROM (SELECT DISTINCT value FROM json_each(?)) AS e CROSS JOIN mailboxes AS m
    WHERE m.account_id = ? AND m.domain = e.value AND m.gone_at IS NULL
      AND lower(m.email) IN (SELECT value FROM json_each(?))`)
  // One that a read has confirmed is among the mailboxes themselves, or was removed since; so is one of long ago.
  const sent = sql.prepare(`
    SELECT DISTINCT CAST(lower(coalesce(r.inputs ->> '$."mailboxes.username"', r.inputs ->> '$.username')) AS BLOB)
      AS username, CAST(lower(r.name) AS BLOB) AS domain
    FROM jobs AS b JOIN job_rows AS r ON r.job_id = b.id
    WHERE b.account_id = ? AND b.operation IN ${ASSIGNING} AND b.begun_at IS NOT NULL AND b.is_restored = 0
      AND r.name IS NOT NULL AND r.confirmed_at IS NULL
      AND (r.state IN ('planned', 'sending', 'unconfirmed') OR (r.state = 'done' AND r.sent_at > ?))`)
  const editable = sql.prepare(`
    SELECT m.place, ${asBytes('m', ['account_id', 'workspace_id', 'service_id', 'email', 'username'])},
      ${asBytes('m', ['first_name', 'last_name', 'tags'])}
    FROM json_each(?) AS e CROSS JOIN mailboxes AS m ON m.place = e.value
    JOIN accounts AS c ON c.id = m.account_id
    WHERE m.gone_at IS NULL AND c.removed_at IS NULL ORDER BY e.key`)
  return {
    /** The domains of an account that lists or mailboxes show. */
    'assigning.homes': (accountId: string): StoredHome[] =>
      homes.all(accountId).map((row) => ({
        name: textIn(row.name),
        serviceId: textOrNull(row.service_id),
        workspaceId: textIn(row.workspace_id),
        workspaceName: textOrNull(row.workspace_name),
        mailboxes: numberOrNull(row.mailboxes),
      })),

    /** Which of these addresses an account has, and which were sent to it and are shown by no list yet; in lower case. */
    'assigning.known': (wish: {
      readonly accountId: string
      readonly domains: readonly string[]
      readonly emails: readonly string[]
      /** What was accepted before is among the mailboxes, or gone again; epoch milliseconds. */
      readonly since: number
    }): { listed: string[]; sent: string[] } => ({
      listed: listed
        .all(JSON.stringify(wish.domains), wish.accountId, JSON.stringify(wish.emails))
        .map(({ email }) => textIn(email)),
      sent: sent
        .all(wish.accountId, wish.since)
        .flatMap(({ username, domain }) =>
          textIn(username) === '' ? [] : [`${textIn(username)}@${textIn(domain)}`],
        ),
    }),

    /** The mailboxes of these ids as they can be changed, in their order; without those that lists show no more. */
    'assigning.editable': (ids: readonly string[]): StoredEditable[] =>
      editable.all(placesOf(ids)).map((row) => ({
        id: String(numberIn(row.place)),
        accountId: textIn(row.account_id),
        workspaceId: textIn(row.workspace_id),
        serviceId: textIn(row.service_id),
        email: textIn(row.email),
        username: textOrNull(row.username),
        firstName: textOrNull(row.first_name),
        lastName: textOrNull(row.last_name),
        tags: namesIn(row.tags),
      })),
  }
}
