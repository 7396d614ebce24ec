import type { Activity, Creation } from '../../shared/activity'
import { numberIn, textOrNull } from './columns'
import { lossColumns, toLossTold } from './dnsLosses'
import { doingColumns, toDoing } from './doings'
import { journalColumns, toJournalRow } from './journal'
import type { OffsetPage } from './rows'
import type { Sql, SqlRow } from './sql'

/** Of `journal AS j` with its account as `c`, as `toCreation` reads them. */
export const creationColumns = `${journalColumns}, CAST(c.name AS BLOB) AS account_name`

export const toCreation = (raw: SqlRow): Creation => {
  const row = toJournalRow(raw)
  return {
    id: row.id,
    kind: row.kind,
    accountId: row.accountId,
    accountName: textOrNull(raw.account_name),
    state: row.state,
    email: row.email,
    via: row.via,
    plannedAt: row.plannedAt,
    sentAt: row.sentAt,
    settledAt: row.settledAt,
    sends: row.sends,
    takenNames: [...row.takenNames],
    evidence: row.evidence,
    problem: row.problem,
    isRestored: row.isRestored,
  }
}

export const activityReads = (sql: Sql) => {
  // Only the rows of the page are looked up: what is skipped is skipped in the indexes.
  const page = sql.prepare(`
    SELECT p.of, ${creationColumns}, ${doingColumns}, ${lossColumns}
    FROM (
      SELECT p.planned_at AS at, p.id AS id, 0 AS of FROM journal AS p
      UNION ALL SELECT p.at, p.id, 1 FROM doings AS p
      UNION ALL SELECT p.at, p.id, 2 FROM dns_losses AS p
      ORDER BY 1 DESC, 2 DESC LIMIT ? OFFSET ?) AS p
    LEFT JOIN journal AS j ON p.of = 0 AND j.id = p.id
    LEFT JOIN doings AS d ON p.of = 1 AND d.id = p.id
    LEFT JOIN dns_losses AS l ON p.of = 2 AND l.id = p.id
    LEFT JOIN accounts AS c ON c.id = coalesce(j.account_id, d.account_id)
    ORDER BY p.at DESC, p.id DESC`)
  const count = sql.prepare(`
    SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM doings) + (SELECT count(*) FROM dns_losses) AS total`)
  const toActivity = (row: SqlRow): Activity => {
    if (row.of === 2) return toLossTold(row)
    return row.of === 1 ? toDoing(row) : toCreation(row)
  }
  return {
    /** The journal and what else was done, as the user reads it, newest first. */
    'activity.list': ({ offset, limit }: OffsetPage): { rows: Activity[]; total: number } => ({
      rows: page.all(limit, offset).map(toActivity),
      total: numberIn(count.get()?.total),
    }),
  }
}
