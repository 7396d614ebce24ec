import type { Activity } from '../../shared/activity'
import { NEWEST } from './addresses'
import { numberIn, textOrNull } from './columns'
import { journalColumns, toJournalRow } from './journal'
import type { Page } from './rows'
import type { Sql, SqlRow } from './sql'

const toActivity = (raw: SqlRow): Activity => {
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
  const page = sql.prepare(`
    SELECT ${journalColumns}, CAST(c.name AS BLOB) AS account_name
    FROM journal AS j LEFT JOIN accounts AS c ON c.id = j.account_id
    WHERE (j.planned_at, j.id) < (?1, ?2) ORDER BY j.planned_at DESC, j.id DESC LIMIT ?3`)
  const count = sql.prepare('SELECT count(*) AS total FROM journal')
  return {
    /** The journal as the user reads it, newest first; `before.at` is the last row's `plannedAt`. */
    'activity.list': ({ before = NEWEST, limit }: Page): { rows: Activity[]; total: number } => ({
      rows: page.all(before.at, before.id, limit).map(toActivity),
      total: numberIn(count.get()?.total),
    }),
  }
}
