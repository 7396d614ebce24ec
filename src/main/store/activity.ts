import type { Activity } from '../../shared/activity'
import { numberIn, textOrNull } from './columns'
import { journalColumns, toJournalRow } from './journal'
import type { OffsetPage } from './rows'
import type { Sql, SqlRow } from './sql'

/** Of `journal AS j` with its account as `c`, as `toActivity` reads them. */
export const activityColumns = `${journalColumns}, CAST(c.name AS BLOB) AS account_name`

export const toActivity = (raw: SqlRow): Activity => {
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
  // Only the rows of the page are looked up: what is skipped is skipped in the index.
  const page = sql.prepare(`
    SELECT ${activityColumns}
    FROM (SELECT p.id FROM journal AS p ORDER BY p.planned_at DESC, p.id DESC LIMIT ? OFFSET ?) AS p
    JOIN journal AS j ON j.id = p.id LEFT JOIN accounts AS c ON c.id = j.account_id
    ORDER BY j.planned_at DESC, j.id DESC`)
  const count = sql.prepare('SELECT count(*) AS total FROM journal')
  return {
    /** The journal as the user reads it, newest first. */
    'activity.list': ({ offset, limit }: OffsetPage): { rows: Activity[]; total: number } => ({
      rows: page.all(limit, offset).map(toActivity),
      total: numberIn(count.get()?.total),
    }),
  }
}
