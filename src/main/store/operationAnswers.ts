import * as z from 'zod'
import { type ShapePart, shapePart } from '../../shared/apiPath'
import type { AppError } from '../../shared/errors'
import { jsonIn, numberOrNull, problemIn, textIn } from './columns'
import { asBytes, type Sql, type SqlRow } from './sql'

/** What came of an operation of an account. Moments are epoch milliseconds. */
export interface OperationAnswer {
  readonly operation: string
  /** When it last worked; null: not since it is asked like this. */
  readonly workedAt: number | null
  /** When it was last asked, as far as that was written down; null: not known. */
  readonly at: number | null
  /** What stood against it then. */
  readonly problem: AppError | null
}

/** `shape`: null where the answer could not be read. */
export interface AnswerNote {
  readonly accountId: string
  readonly operation: string
  /** Of the map that it was asked with; null: the table's own. An answer to another one is not noted. */
  readonly changedAt: number | null
  readonly at: number
  readonly problem: AppError | null
  readonly shape: readonly ShapePart[] | null
}

const columns = `${asBytes('o', ['operation', 'problem'])}, o.worked_at, o.at`

const toAnswer = (row: SqlRow): OperationAnswer => ({
  operation: textIn(row.operation),
  workedAt: numberOrNull(row.worked_at),
  at: numberOrNull(row.at),
  problem: problemIn(row.problem, textIn(row.operation)),
})

const shapes = z.array(shapePart).nullable()

/** Whether an account of any service is here, and not removed. */
export const accountPresence = (sql: Sql): ((accountId: string) => boolean) => {
  const one = sql.prepare('SELECT 1 FROM accounts AS a WHERE a.id = ? AND a.removed_at IS NULL')
  return (accountId) => one.get(accountId) !== undefined
}

/** Since when an operation of an account is asked as its user says, in epoch milliseconds; null: it is the table's own way. */
export const mapSince = (sql: Sql): ((accountId: string, operation: string) => number | null) => {
  const one = sql.prepare('SELECT m.at FROM api_maps AS m WHERE m.account_id = ? AND m.operation = ?')
  return (accountId, operation) => numberOrNull(one.get(accountId, operation)?.at)
}

/** What came of an operation says nothing any more: it is asked otherwise from now on. */
export const forgetAnswer = (sql: Sql): ((accountId: string, operation: string) => void) => {
  const drops = ['operation_answers', 'kept_answers'].map((table) =>
    sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id = ? AND t.operation = ?`),
  )
  return (accountId, operation) => {
    for (const drop of drops) drop.run(accountId, operation)
  }
}

export const operationAnswerReads = (sql: Sql) => {
  const all = sql.prepare(`SELECT ${columns} FROM operation_answers AS o WHERE o.account_id = ?`)
  const one = sql.prepare(
    `SELECT ${columns} FROM operation_answers AS o WHERE o.account_id = ? AND o.operation = ?`,
  )
  const shape = sql.prepare(`
    SELECT CAST(o.shape AS BLOB) AS shape FROM operation_answers AS o
    WHERE o.account_id = ? AND o.operation = ?`)
  return {
    'operations.answers': (accountId: string): OperationAnswer[] => all.all(accountId).map(toAnswer),
    /** Null: it was not asked like this yet. */
    'operations.answer': (about: { accountId: string; operation: string }): OperationAnswer | null => {
      const row = one.get(about.accountId, about.operation)
      return row ? toAnswer(row) : null
    },
    /** What stood where in the last answer; null where there was none that could be read. */
    'operations.shape': (about: { accountId: string; operation: string }): ShapePart[] | null =>
      jsonIn(shapes, shape.get(about.accountId, about.operation)?.shape, null),
  }
}

export const operationAnswerWrites = (sql: Sql) => {
  const isPresent = accountPresence(sql)
  const since = mapSince(sql)
  const save = sql.prepare(`
    INSERT INTO operation_answers (account_id, operation, worked_at, at, problem, shape)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (account_id, operation) DO UPDATE SET
      worked_at = coalesce(excluded.worked_at, operation_answers.worked_at), at = excluded.at,
      problem = excluded.problem, shape = coalesce(excluded.shape, operation_answers.shape)`)
  return {
    'operations.noteAnswer': ({ accountId, operation, changedAt, at, problem, shape }: AnswerNote): void => {
      if (!isPresent(accountId)) return
      if (since(accountId, operation) !== changedAt) return
      save.run(
        accountId,
        operation,
        problem === null ? at : null,
        at,
        problem === null ? null : JSON.stringify(problem),
        shape === null ? null : JSON.stringify(shape),
      )
    },
  }
}

/** Forgets what was corrected about an account's operations, what came of them, and what was asked of them under names. */
export const forgetOperations = (sql: Sql): ((accountId: string) => void) => {
  const drops = [
    'api_maps',
    'api_map_changes',
    'operation_answers',
    'kept_answers',
    'operation_views',
    'operation_unlocks',
  ].map((table) => sql.prepare(`DELETE FROM ${table} AS t WHERE t.account_id = ?`))
  return (accountId) => {
    for (const drop of drops) drop.run(accountId)
  }
}
