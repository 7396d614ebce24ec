import type { Activity, ActivityView, Creation, Written } from '../../shared/activity'
import { activityMatch, activityValues, IS_ATTENTION, wholeActivity } from './activityMatch'
import { claimIn, numberIn, textIn, textOrNull } from './columns'
import { lossColumns, toLossTold } from './dnsLosses'
import { doingColumns, toDoing } from './doings'
import { toJobRow } from './jobs'
import { journalColumns, toJournalRow } from './journal'
import type { OffsetPage } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

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

/** The columns of `job_rows AS r`, apart from those of the journal. */
const inRows = [
  ...['id', 'job_id', 'workspace_id', 'noun', 'service_id', 'name', 'inputs', 'before', 'state', 'evidence'],
  'problem',
]
const inRowNumbers = ['number', 'request', 'sent_at', 'settled_at', 'confirmed_at']
const PREFIX = 'row_'
const writtenColumns = `
  ${inRows.map((name) => `CAST(r.${name} AS BLOB) AS ${PREFIX}${name}`).join(', ')},
  ${inRowNumbers.map((name) => `r.${name} AS ${PREFIX}${name}`).join(', ')},
  ${asBytes('b', ['operation'])}, CAST(b.account_id AS BLOB) AS job_account_id, r.begun_at, b.is_restored AS job_is_restored,
  r.place IS NOT NULL AND ${IS_ATTENTION} AS is_attention`

const toWritten = (raw: SqlRow): Written => {
  const row = Object.fromEntries(
    [...inRows, ...inRowNumbers].map((name) => [name, raw[`${PREFIX}${name}`] ?? null]),
  )
  const { request: _, ...facts } = toJobRow(row)
  return {
    ...facts,
    kind: 'write',
    operation: textIn(raw.operation),
    accountId: textIn(raw.job_account_id),
    accountName: textOrNull(raw.account_name),
    at: numberIn(raw.begun_at),
    isAttention: claimIn(raw.is_attention),
    isRestored: claimIn(raw.job_is_restored),
  }
}

const toActivity = (row: SqlRow): Activity => {
  switch (row.of) {
    case 1:
      return toDoing(row)
    case 2:
      return toLossTold(row)
    case 3:
      return toWritten(row)
    default:
      return toCreation(row)
  }
}

/** Rows of one moment, as those of a job are, stand in their own order. */
const sources = `
  SELECT j.planned_at AS at, j.id AS id, 0 AS of FROM journal AS j WHERE ${activityMatch.journal}
  UNION ALL SELECT d.at, d.id, 1 FROM doings AS d WHERE ${activityMatch.doings}
  UNION ALL SELECT l.at, l.id, 2 FROM dns_losses AS l WHERE ${activityMatch.losses}
  UNION ALL SELECT r.begun_at, -r.place, 3 FROM job_rows AS r JOIN jobs AS b ON b.id = r.job_id
    WHERE r.begun_at IS NOT NULL AND ${activityMatch.writes}`

const joined = (page: string): string => `
  SELECT p.of, ${creationColumns}, ${doingColumns}, ${lossColumns}, ${writtenColumns}
  FROM (${page}) AS p
  LEFT JOIN journal AS j ON p.of = 0 AND j.id = p.id
  LEFT JOIN doings AS d ON p.of = 1 AND d.id = p.id
  LEFT JOIN dns_losses AS l ON p.of = 2 AND l.id = p.id
  LEFT JOIN job_rows AS r ON p.of = 3 AND r.place = -p.id
  LEFT JOIN jobs AS b ON b.id = r.job_id
  LEFT JOIN accounts AS c ON c.id = coalesce(j.account_id, d.account_id, b.account_id)
  WHERE ?1 IS ?1 AND ?2 IS ?2 AND ?3 IS ?3 AND ?4 IS ?4 AND ?5 IS ?5
  ORDER BY p.at DESC, p.id DESC`

/** Which rows of Activity are wanted, as of when. */
export interface ActivityPage extends OffsetPage {
  readonly view?: ActivityView | undefined
  /** Without it nothing is overdue. */
  readonly now?: number
}

export const activityReads = (sql: Sql) => {
  // Only the rows of the page are looked up: what is skipped is skipped in the indexes.
  const page = sql.prepare(joined(`${sources} ORDER BY 1 DESC, 2 DESC LIMIT ?7 OFFSET ?8`))
  const one = sql.prepare(
    joined(`
      SELECT j.planned_at AS at, j.id AS id, 0 AS of FROM journal AS j WHERE j.id = ?7
      UNION ALL SELECT d.at, d.id, 1 FROM doings AS d WHERE d.id = ?7
      UNION ALL SELECT l.at, l.id, 2 FROM dns_losses AS l WHERE l.id = ?7
      UNION ALL SELECT r.begun_at, -r.place, 3 FROM job_rows AS r WHERE r.id = ?7 AND r.begun_at IS NOT NULL`),
  )
  const count = sql.prepare(`SELECT count(*) AS total FROM (${sources})`)
  const countAll = sql.prepare(`
    SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM doings) + (SELECT count(*) FROM dns_losses)
      + (SELECT count(*) FROM job_rows AS r WHERE r.begun_at IS NOT NULL) AS total`)
  return {
    /** The journal, what was written at Litemail and what else was done, as the user reads it, newest first. */
    'activity.list': ({
      offset,
      limit,
      view,
      now = 0,
    }: ActivityPage): { rows: Activity[]; total: number } => {
      const values = activityValues(view ?? wholeActivity, now)
      const isWhole = JSON.stringify({ ...wholeActivity, ...view }) === JSON.stringify(wholeActivity)
      return {
        rows: page.all(...values, limit, offset).map(toActivity),
        total: numberIn((isWhole ? countAll.get() : count.get(...values))?.total),
      }
    },
    /** One row by its id; null: there is none. */
    'activity.get': ({ id, now }: { id: string; now: number }): Activity | null => {
      const row = one.get(...activityValues(wholeActivity, now), id)
      return row ? toActivity(row) : null
    },
  }
}
