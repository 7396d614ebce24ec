import type { JobRow } from '../../shared/job'
import { isWritingId } from '../../shared/litemail/writing'
import { isMade, keyOf, type Made, madeBy } from '../rules/creation'
import { numberIn, textIn, textOrNull } from './columns'
import type { Sql } from './sql'

/** How often the lists that are kept of an account show what a row makes. */
export const madeCounting = (sql: Sql) => {
  // The list of its own workspace, where that is read.
  const wholeAt = sql.prepare(`
    SELECT json_extract(p.value, '$.wholeAt') AS at FROM fleet_parts AS p
    WHERE p.account_id = ?1 AND p.noun = ?2 AND p.workspace_id IN (?3, '')
    ORDER BY p.workspace_id = ?3 DESC LIMIT 1`)
  const recordsAt = sql.prepare(
    'SELECT d.records_at AS at FROM dns_domains AS d WHERE d.account_id = ? AND d.domain = ? AND d.records_at IS NOT NULL',
  )
  const finds = {
    mailboxes: sql.prepare(`
      SELECT CAST(m.email AS BLOB) AS email FROM mailboxes AS m
      WHERE m.account_id = ?1 AND m.domain = ?2 AND m.gone_at IS NULL AND m.seen_at > ?3`),
    domains: sql.prepare(`
      SELECT CAST(d.name AS BLOB) AS name FROM domains AS d
      WHERE d.account_id = ?1 AND d.name = ?2 AND d.service_id IS NOT NULL AND d.gone_at IS NULL AND d.seen_at > ?3`),
    workspaces: sql.prepare(`
      SELECT CAST(w.name AS BLOB) AS name FROM workspaces AS w
      WHERE w.account_id = ?1 AND w.name = ?2 AND w.gone_at IS NULL AND w.seen_at > ?3`),
    tags: sql.prepare(`
      SELECT CAST(t.name AS BLOB) AS name, CAST(t.color AS BLOB) AS color FROM tags AS t
      WHERE t.account_id = ?1 AND t.name = ?2 AND t.gone_at IS NULL AND t.seen_at > ?3`),
    records: sql.prepare(`
      SELECT CAST(r.type AS BLOB) AS type, CAST(r.host AS BLOB) AS host, CAST(r.value AS BLOB) AS value
      FROM dns_records AS r WHERE r.account_id = ?1 AND r.domain = ?2 AND r.gone_at IS NULL AND r.last_seen_at > ?3`),
  } as const

  return {
    /** So many that were shown later than this. */
    count(accountId: string, made: Made, since: number): number {
      const place = made.list === 'mailboxes' || made.list === 'records' ? made.domain : made.name
      return finds[made.list].all(accountId, place, since).filter((row) =>
        isMade(made, {
          ...{ email: textIn(row.email), name: textOrNull(row.name), color: textOrNull(row.color) },
          ...{ type: textIn(row.type), host: textIn(row.host), value: textIn(row.value) },
        }),
      ).length
    },
    /** When the list was read to its end; null: never, so that what it does not show may be there all the same. */
    listedAt(accountId: string, workspaceId: string, made: Made): number | null {
      const read =
        made.list === 'records'
          ? recordsAt.get(accountId, made.domain)
          : wholeAt.get(accountId, made.list, workspaceId)
      return read === undefined || read.at === null ? null : numberIn(read.at)
    },
  }
}

export const creationReads = (sql: Sql) => {
  const records = sql.prepare(`
    SELECT CAST(r.service_id AS BLOB) AS id, CAST(r.type AS BLOB) AS type, CAST(r.host AS BLOB) AS host,
      CAST(r.value AS BLOB) AS value
    FROM dns_records AS r WHERE r.account_id = ? AND r.domain = ? AND r.gone_at IS NULL`)
  return {
    /** What the service calls the one DNS record that equals what was made; null: none does, several do, or it has no id. */
    'records.only': ({ accountId, made }: { accountId: string; made: Made }): string | null => {
      if (made.list !== 'records') return null
      const found = records
        .all(accountId, made.domain)
        .filter((row) =>
          isMade(made, { type: textIn(row.type), host: textIn(row.host), value: textIn(row.value) }),
        )
      return found.length === 1 ? textOrNull(found[0]?.id) : null
    },
  }
}

/** Notes, as rows are begun, how often what they make is listed already. */
export const creationNoting = (sql: Sql) => {
  const { count, listedAt } = madeCounting(sql)
  const note = sql.prepare(
    'UPDATE job_rows AS r SET creates = ?, equals_before = ?, listed_at = ? WHERE r.id = ?',
  )
  return (accountId: string, operation: string, rows: readonly JobRow[]): void => {
    if (!isWritingId(operation)) return
    for (const row of rows) {
      const made = madeBy(operation, row)
      if (made === null) continue
      const at = listedAt(accountId, row.workspaceId, made)
      note.run(keyOf(accountId, made), at === null ? null : count(accountId, made, 0), at, row.id)
    }
  }
}

/** A list that was read longer ago does not say what was there when a row was begun, in milliseconds. */
const LISTED_FOR_MS = 10 * 60_000

/**
 * What is known of a row that makes something new: how often it was listed, and who else may have made it. Of what nobody knows
 * whether it arrived, only a list that was read shortly before tells it from what was made elsewhere meanwhile.
 */
export const creationReading = (sql: Sql) => {
  const one = sql.prepare(
    'SELECT r.equals_before, r.listed_at, r.begun_at, r.state, CAST(r.creates AS BLOB) AS creates FROM job_rows AS r WHERE r.id = ?',
  )
  const others = sql.prepare(`
    SELECT count(*) AS n FROM job_rows AS r
    WHERE r.creates = ? AND r.id <> ? AND r.state IN ('sending', 'unconfirmed', 'done')
      AND (r.confirmed_at IS NULL OR r.confirmed_at > ?)`)
  return (id: string): { readonly before: number | null; readonly others: number } => {
    const row = one.get(id)
    const key = textOrNull(row?.creates)
    if (row === undefined || key === null) return { before: null, others: 0 }
    const age = row.listed_at === null ? null : numberIn(row.begun_at) - numberIn(row.listed_at)
    const isFresh = age !== null && age >= 0 && age <= LISTED_FOR_MS
    const isKnown = row.equals_before !== null && (row.state === 'done' || isFresh)
    return {
      before: isKnown ? numberIn(row.equals_before) : null,
      others: numberIn(others.get(key, id, numberIn(row.begun_at))?.n),
    }
  }
}
