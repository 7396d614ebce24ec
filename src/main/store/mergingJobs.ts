import type { AppError } from '../../shared/errors'
import type { ContentJob, ContentJobRow } from './content'
import type { Sql } from './sql'
import { writeInputs } from './storedInputs'

const interrupted: AppError = { kind: 'interrupted' }

/** How a row of another database stands as history: what was under way there may have been acted on. */
const asHistory = (row: ContentJobRow): ContentJobRow =>
  row.state === 'sending'
    ? {
        ...row,
        state: 'unconfirmed',
        settledAt: row.settledAt ?? row.sentAt,
        problem: row.problem ?? interrupted,
      }
    : row

/**
 * Takes over writes at Litemail with their rows, as history that is never sent and that nobody looks into any more. A job that
 * is here stays as it is. `accountIdOf`: the account here that it is of; null: none, so that it is left out.
 */
export const jobMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const insert = sql.prepare(`
    INSERT OR IGNORE INTO jobs (id, request_id, account_id, operation, key_generation, asked_since, planned_at, begun_at,
      is_restored)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`)
  // Rows come only to a job that is history here too.
  const insertRow = sql.prepare(`
    INSERT OR IGNORE INTO job_rows (id, job_id, number, request, workspace_id, noun, service_id, name, inputs, before,
      planned_at, begun_at, state, sent_at, settled_at, evidence, problem, confirmed_at)
    SELECT ?, b.id, ?, ?, ?, ?, ?, ?, ?, ?, b.planned_at, b.begun_at, ?, ?, ?, ?, ?, ?
    FROM jobs AS b WHERE b.id = ? AND b.is_restored = 1`)
  return {
    take(job: ContentJob): void {
      const accountId = accountIdOf(job.accountId)
      if (accountId === null) return
      insert.run(
        ...[job.id, job.requestId, accountId, job.operation, job.keyGeneration, job.askedSince],
        ...[job.plannedAt, job.begunAt],
      )
    },
    takeRow(found: ContentJobRow): void {
      const row = asHistory(found)
      insertRow.run(
        ...[row.id, row.number, row.request, row.workspaceId],
        ...[row.target?.noun ?? null, row.target?.serviceId ?? null, row.target?.name ?? null],
        ...[writeInputs(row.inputs), row.before === null ? null : JSON.stringify(row.before)],
        ...[row.state, row.sentAt, row.settledAt, row.evidence],
        ...[row.problem === null ? null : JSON.stringify(row.problem), row.confirmedAt, row.jobId],
      )
    },
  }
}
