import type { AppError } from '../../shared/errors'
import { type Job, type JobRest, type JobRow, PLAN_LASTS_MS } from '../../shared/job'
import type { FilledInputs } from '../../shared/operationAnswer'
import { toClaim } from './columns'
import { creationNoting } from './creations'
import { jobReads, SENDABLE } from './jobs'
import { accountPresence, mapSince } from './operationAnswers'
import type { Sql } from './sql'
import { writeInputs } from './storedInputs'

/** A row as it is planned. Its inputs are those that are no secret. */
export interface NewJobRow extends Pick<JobRow, 'id' | 'request' | 'workspaceId' | 'target' | 'before'> {
  readonly inputs: FilledInputs
  /** The row that it tries again. */
  readonly retryOf?: string
}

export interface NewJob
  extends Pick<
    Job,
    'id' | 'requestId' | 'accountId' | 'operation' | 'keyGeneration' | 'askedSince' | 'plannedAt'
  > {
  /** A password or a key leaves with its rows, which is written down nowhere. */
  readonly hasUnwrittenInputs?: boolean
  readonly rows: readonly NewJobRow[]
}

/** Whether a plan was begun, and if not, what stood against it. */
export type JobStart =
  | { readonly begun: true; readonly job: Job }
  | {
      readonly begun: false
      /**
       * `unknown`: no such plan. `used`: it was begun already. `lapsed`: it is older than ten minutes, or from a moment
       * that has not come. `key-replaced`, `path-changed`: not what its user was shown. `rows-changed`: a row that it tries
       * again is not refused or unsent any more, or is tried again by another job.
       */
      readonly why:
        | 'unknown'
        | 'used'
        | 'restored'
        | 'lapsed'
        | 'account-removed'
        | 'key-replaced'
        | 'path-changed'
        | 'rows-changed'
    }

export const jobPlanningWrites = (sql: Sql) => {
  const { 'jobs.get': get, 'jobs.byRequestId': byRequestId, 'jobs.rows': rowsOf } = jobReads(sql)
  const noteCreations = creationNoting(sql)
  const isPresent = accountPresence(sql)
  const since = mapSince(sql)
  const insertJob = sql.prepare(`
    INSERT INTO jobs (id, request_id, account_id, operation, key_generation, asked_since, planned_at, has_unwritten_inputs)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertRow = sql.prepare(`
    INSERT INTO job_rows (id, job_id, number, request, workspace_id, noun, service_id, name, inputs, before, planned_at,
      retry_of, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')`)
  const generation = sql.prepare('SELECT a.key_generation FROM accounts AS a WHERE a.id = ?')
  const begin = sql.prepare('UPDATE jobs AS b SET begun_at = ? WHERE b.id = ? AND b.begun_at IS NULL')
  const beginRows = sql.prepare('UPDATE job_rows AS r SET begun_at = ? WHERE r.job_id = ?')
  // What is tried again here is not sent by the job that it was refused in, too.
  const takeOver = sql.prepare(`
    UPDATE job_rows AS r SET state = 'dropped', settled_at = ?1, problem = ?2
    WHERE r.id IN (SELECT o.retry_of FROM job_rows AS o WHERE o.job_id = ?3 AND o.retry_of IS NOT NULL) AND ${SENDABLE}`)
  const untriable = sql.prepare(`
    SELECT 1 FROM job_rows AS o LEFT JOIN job_rows AS r ON r.id = o.retry_of
    WHERE o.job_id = ?1 AND o.retry_of IS NOT NULL AND (r.id IS NULL OR r.state NOT IN ('refused', 'dropped')
      OR EXISTS (SELECT 1 FROM job_rows AS t WHERE t.retry_of = o.retry_of AND t.begun_at IS NOT NULL)) LIMIT 1`)
  // Of what it took over nothing may be left that waits for anybody.
  const wakeOver = sql.prepare(`
    UPDATE jobs AS b SET rest = NULL
    WHERE b.id IN (SELECT s.job_id FROM job_rows AS o JOIN job_rows AS s ON s.id = o.retry_of WHERE o.job_id = ?)
      AND b.watching IS NULL AND json_extract(b.rest, '$.problem.kind') IS NOT 'others-changed' AND NOT EXISTS (SELECT 1 FROM job_rows AS r WHERE r.job_id = b.id AND ${SENDABLE})`)
  const rest = sql.prepare('UPDATE jobs AS b SET rest = ? WHERE b.id = ? AND b.begun_at IS NOT NULL')
  const pause = sql.prepare(`
    UPDATE jobs AS b SET rest = ? WHERE b.id = ? AND b.begun_at IS NOT NULL AND b.rest IS NULL AND EXISTS (
      SELECT 1 FROM job_rows AS r WHERE r.job_id = b.id AND ${SENDABLE})`)
  const plans = 'SELECT b.id FROM jobs AS b WHERE b.begun_at IS NULL AND b.is_restored = 0'
  const chosen = `${plans} AND (b.id = ?1 OR (?1 IS NULL AND (b.planned_at < ?2 OR b.planned_at > ?3)))`
  const dropRows = sql.prepare(`DELETE FROM job_rows AS r WHERE r.job_id IN (${chosen})`)
  const dropJobs = sql.prepare(`DELETE FROM jobs AS j WHERE j.id IN (${chosen})`)

  const whyNot = (job: Job | null, at: number): Extract<JobStart, { begun: false }>['why'] | null => {
    if (job === null) return 'unknown'
    if (job.isRestored) return 'restored'
    if (job.begunAt !== null) return 'used'
    if (at - job.plannedAt > PLAN_LASTS_MS || at < job.plannedAt) return 'lapsed'
    if (!isPresent(job.accountId)) return 'account-removed'
    if (generation.get(job.accountId)?.key_generation !== job.keyGeneration) return 'key-replaced'
    if (since(job.accountId, job.operation) !== job.askedSince) return 'path-changed'
    return untriable.get(job.id) === undefined ? null : 'rows-changed'
  }

  const insertRows = (jobId: string, rows: readonly NewJobRow[], from: number, plannedAt: number): void => {
    for (const [place, row] of rows.entries()) {
      insertRow.run(
        ...[row.id, jobId, from + place, row.request, row.workspaceId],
        ...[row.target?.noun ?? null, row.target?.serviceId ?? null, row.target?.name ?? null],
        ...[writeInputs(row.inputs), row.before === null ? null : JSON.stringify(row.before), plannedAt],
        row.retryOf ?? null,
      )
    }
  }

  return {
    /** Writes a plan down, with the first of its rows. One press is one plan, however often it arrives. */
    'jobs.plan': ({ rows, ...plan }: NewJob): { job: Job; isNew: boolean } => {
      const before = byRequestId(plan.requestId)
      if (before !== null) return { job: before, isNew: false }
      insertJob.run(
        ...[plan.id, plan.requestId, plan.accountId, plan.operation, plan.keyGeneration],
        ...[plan.askedSince, plan.plannedAt, toClaim(plan.hasUnwrittenInputs === true)],
      )
      insertRows(plan.id, rows, 0, plan.plannedAt)
      const job = get(plan.id)
      if (job === null) throw new Error('a plan that was written down is not there')
      return { job, isNew: true }
    },

    /** Adds rows to a plan, from their place on. Until it has all of them nobody is told of it, so that nobody begins it. */
    'jobs.planMore': ({ id, from, rows }: { id: string; from: number; rows: readonly NewJobRow[] }): void => {
      const job = get(id)
      if (job === null || job.begunAt !== null) throw new Error('rows are added to what is no plan')
      insertRows(id, rows, from, job.plannedAt)
    },

    /** Its user has confirmed it: it is a plan no more, and is never begun again. */
    'jobs.begin': ({ id, at }: { id: string; at: number }): JobStart => {
      const job = get(id)
      const why = whyNot(job, at)
      if (why !== null || job === null) return { begun: false, why: why ?? 'unknown' }
      if (begin.run(at, id) === 0) return { begun: false, why: 'used' }
      beginRows.run(at, id)
      takeOver.run(at, JSON.stringify({ kind: 'given-up' } satisfies AppError), id)
      wakeOver.run(id)
      noteCreations(
        job.accountId,
        job.operation,
        rowsOf({ jobId: id, offset: 0, limit: Number.MAX_SAFE_INTEGER }),
      )
      return { begun: true, job: { ...job, begunAt: at } }
    },

    /** Says why nothing more of it is sent just now; null: it goes on. Not where it was never begun. */
    'jobs.rest': ({ id, rest: why }: { id: string; rest: JobRest | null }): void => {
      rest.run(why === null ? null : JSON.stringify(why), id)
    },

    /** Its user wants nothing more of it sent just now. Not where nothing is left, or it rests already. */
    'jobs.pause': (id: string): void => {
      pause.run(JSON.stringify({ why: 'user', problem: null } satisfies JobRest), id)
    },

    /** Forgets a plan that nobody confirmed; `id` null: all that can be confirmed no more. */
    'jobs.forgetPlans': ({ id, at }: { id: string | null; at: number }): void => {
      dropRows.run(id, at - PLAN_LASTS_MS, at)
      dropJobs.run(id, at - PLAN_LASTS_MS, at)
    },
  }
}
