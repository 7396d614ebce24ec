import type { JournalState } from '../../shared/activity'
import { journalState } from '../../shared/activity'
import {
  type Job,
  type JobCounts,
  type JobRow,
  jobCounts,
  jobEvidence,
  jobRest,
  jobTarget,
  valuesBefore,
} from '../../shared/job'
import { filledInputs } from '../../shared/operationAnswer'
import { claimIn, jsonIn, knownIn, numberIn, numberOrNull, problemIn, textIn } from './columns'
import type { OffsetPage } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

const jobColumns = `${asBytes('b', ['id', 'request_id', 'account_id', 'operation', 'rest'])},
  b.key_generation, b.asked_since, b.planned_at, b.begun_at, b.is_restored, b.has_unwritten_inputs`

const rowColumns = `${asBytes('r', ['id', 'job_id', 'workspace_id', 'noun', 'service_id', 'name', 'inputs'])},
  ${asBytes('r', ['before', 'state', 'evidence', 'problem'])},
  r.number, r.request, r.sent_at, r.settled_at, r.confirmed_at`

const toJob = (row: SqlRow): Job => ({
  id: textIn(row.id),
  requestId: textIn(row.request_id),
  accountId: textIn(row.account_id),
  operation: textIn(row.operation),
  keyGeneration: numberIn(row.key_generation),
  askedSince: numberOrNull(row.asked_since),
  plannedAt: numberIn(row.planned_at),
  begunAt: numberOrNull(row.begun_at),
  // What cannot be read still says that nothing more is to be sent.
  rest: row.rest === null ? null : jsonIn(jobRest, row.rest, { why: 'restart', problem: null }),
  isRestored: claimIn(row.is_restored),
  hasUnwrittenInputs: claimIn(row.has_unwritten_inputs),
})

const toTarget = (row: SqlRow): JobRow['target'] => {
  const noun = knownIn(jobTarget.shape.noun.nullable(), row.noun, null)
  return noun === null ? null : { noun, serviceId: textIn(row.service_id), name: textIn(row.name) }
}

/** Of the columns of `job_rows`, under their own names. */
export const toJobRow = (row: SqlRow): JobRow => {
  const id = textIn(row.id)
  return {
    id,
    jobId: textIn(row.job_id),
    number: numberIn(row.number),
    request: numberIn(row.request),
    workspaceId: textIn(row.workspace_id),
    target: toTarget(row),
    inputs: jsonIn(filledInputs, row.inputs, {}),
    before: row.before === null ? null : jsonIn(valuesBefore.nullable(), row.before, null),
    // Of a state that cannot be read the service may have acted; nothing is ever sent from there.
    state: knownIn(journalState, row.state, 'unconfirmed'),
    sentAt: numberOrNull(row.sent_at),
    settledAt: numberOrNull(row.settled_at),
    evidence: knownIn(jobEvidence.nullable(), row.evidence, null),
    problem: problemIn(row.problem, id),
    confirmedAt: numberOrNull(row.confirmed_at),
  }
}

/**
 * Rows that may be sent: they were not, or the service certainly did not act, because of the key, the network or haste; and
 * nobody gave them up. A refusal of the row itself stays one.
 */
export const SENDABLE = `(r.state = 'planned'
  OR (r.state = 'dropped' AND CASE WHEN json_valid(r.problem) THEN json_extract(r.problem, '$.kind') END <> 'given-up')
  OR (r.state = 'refused' AND CASE WHEN json_valid(r.problem) THEN json_extract(r.problem, '$.kind') END
    IN ('rate-limited', 'unauthorized')))`

/** Its user said that the service did not do it: of `job_rows AS r`. */
export const IS_UNDONE = `(r.state = 'refused' AND r.problem IS NOT NULL AND json_valid(r.problem)
  AND json_extract(r.problem, '$.kind') = 'said-undone')`

const none: JobCounts = { planned: 0, sending: 0, done: 0, refused: 0, undone: 0, unconfirmed: 0, dropped: 0 }

/** Which rows of a job: all, or those of some states. */
export interface JobRowsWish extends OffsetPage {
  readonly jobId: string
  readonly states?: readonly JournalState[] | undefined
}

/** `after`: the number of a row; -1: from the first one. */
export interface RetriableWish {
  readonly jobId: string
  readonly after: number
  readonly limit: number
}

export const jobReads = (sql: Sql) => {
  const one = sql.prepare(`SELECT ${jobColumns} FROM jobs AS b WHERE b.id = ?`)
  const byRequestId = sql.prepare(`SELECT ${jobColumns} FROM jobs AS b WHERE b.request_id = ?`)
  const open = sql.prepare(`
    SELECT ${jobColumns} FROM jobs AS b
    WHERE b.begun_at IS NOT NULL AND b.is_restored = 0 AND EXISTS (
      SELECT 1 FROM job_rows AS r WHERE r.job_id = b.id
        AND (r.state IN ('sending', 'unconfirmed') OR ${SENDABLE}))
    ORDER BY b.begun_at, b.place`)
  const rows = sql.prepare(`
    SELECT ${rowColumns} FROM job_rows AS r
    WHERE r.job_id = ?1 AND (?2 IS NULL OR r.state IN (SELECT value FROM json_each(?2)))
    ORDER BY r.number LIMIT ?3 OFFSET ?4`)
  const retriable = sql.prepare(`
    SELECT ${rowColumns} FROM job_rows AS r
    WHERE r.job_id = ?1 AND r.number > ?2 AND r.state IN ('refused', 'dropped') AND NOT EXISTS (
      SELECT 1 FROM job_rows AS o WHERE o.retry_of = r.id AND o.begun_at IS NOT NULL)
    ORDER BY r.number LIMIT ?3`)
  const byRequest = sql.prepare(
    `SELECT ${rowColumns} FROM job_rows AS r WHERE r.job_id = ? AND r.request = ? ORDER BY r.number`,
  )
  const row = sql.prepare(`SELECT ${rowColumns} FROM job_rows AS r WHERE r.id = ?`)
  const next = sql.prepare(`
    SELECT min(r.request) AS request FROM job_rows AS r WHERE r.job_id = ? AND ${SENDABLE}`)
  const counts = sql.prepare(`
    SELECT CAST(CASE WHEN ${IS_UNDONE} THEN 'undone' ELSE r.state END AS BLOB) AS standing, count(*) AS n
    FROM job_rows AS r WHERE r.job_id = ? GROUP BY 1`)
  const jobOrNull = (found: SqlRow | undefined): Job | null => (found ? toJob(found) : null)

  return {
    'jobs.get': (id: string): Job | null => jobOrNull(one.get(id)),
    /** What was refused of a job or never left, and is not tried again by another one: behind the row with this number. */
    'jobs.retriable': ({ jobId, after, limit }: RetriableWish): JobRow[] =>
      retriable.all(jobId, after, limit).map(toJobRow),
    'jobs.byRequestId': (requestId: string): Job | null => jobOrNull(byRequestId.get(requestId)),
    /** Confirmed ones of which something is not over, the first begun first; not what came from a backup. */
    'jobs.open': (): Job[] => open.all().map(toJob),
    /** In their order. */
    'jobs.rows': ({ jobId, states, offset, limit }: JobRowsWish): JobRow[] =>
      rows.all(jobId, states === undefined ? null : JSON.stringify(states), limit, offset).map(toJobRow),
    'jobs.row': (id: string): JobRow | null => {
      const found = row.get(id)
      return found ? toJobRow(found) : null
    },
    /** What leaves in one request. */
    'jobs.request': ({ jobId, request }: { jobId: string; request: number }): JobRow[] =>
      byRequest.all(jobId, request).map(toJobRow),
    /** The first request of which something was not sent; null: none. */
    'jobs.next': (jobId: string): number | null => numberOrNull(next.get(jobId)?.request),
    'jobs.counts': (jobId: string): JobCounts => ({
      ...none,
      ...Object.fromEntries(
        counts
          .all(jobId)
          .map(({ standing, n }) => [knownIn(jobCounts.keyType, standing, 'unconfirmed'), numberIn(n)]),
      ),
    }),
  }
}
