import * as z from 'zod'
import type { AppError } from '../../shared/errors'
import type { JobRest } from '../../shared/job'
import { jsonIn, textIn } from './columns'
import { asBytes, type Sql } from './sql'

/** A row that a removal does not name, as it was just before it. */
export const witness = z.object({
  id: z.string(),
  name: z.string(),
  workspaceId: z.string(),
  seen: z.string(),
})
export type Witness = z.infer<typeof witness>

/** A removal behind which nobody has looked yet whether it took more than it named. */
export interface Unwatched {
  readonly jobId: string
  readonly operation: string
  readonly witness: Witness
}

const columns = asBytes('b', ['id', 'operation', 'watching'])
const LEFT = 'b.watching IS NOT NULL AND b.is_restored = 0'

export const watchingReads = (sql: Sql) => {
  const left = sql.prepare(
    `SELECT ${columns} FROM jobs AS b WHERE b.account_id = ? AND ${LEFT} ORDER BY b.place`,
  )
  return {
    'jobs.unwatched': (accountId: string): Unwatched[] =>
      left.all(accountId).flatMap(({ id, operation, watching }) => {
        const kept = jsonIn(witness.nullable(), watching, null)
        return kept === null ? [] : [{ jobId: textIn(id), operation: textIn(operation), witness: kept }]
      }),
  }
}

const unknownOthers = (operation: string, { name }: Witness): JobRest => ({
  why: 'restart',
  problem: { kind: 'others-unknown', operation, name } satisfies AppError,
})

export const watchingWrites = (sql: Sql) => {
  const clear = sql.prepare(`
    UPDATE jobs AS b SET watching = NULL,
      rest = CASE WHEN json_extract(b.rest, '$.problem.kind') = 'others-unknown' THEN ?2 ELSE b.rest END
    WHERE b.id = ?1`)
  return {
    /** Somebody has looked: what it did not name is as it was, or it is said that it is not. */
    'jobs.watched': (id: string): void => {
      clear.run(id, JSON.stringify({ why: 'restart', problem: null } satisfies JobRest))
    },
  }
}

/** For the start: removals that were under way when Mailroom ended rest, and say that nobody has looked at the others. */
export const restUnwatched = (sql: Sql): (() => void) => {
  const left = sql.prepare(`
    SELECT ${columns} FROM jobs AS b WHERE ${LEFT} AND b.begun_at IS NOT NULL AND b.rest IS NULL`)
  const rest = sql.prepare('UPDATE jobs AS b SET rest = ? WHERE b.id = ?')
  return () => {
    for (const { id, operation, watching } of left.all()) {
      const kept = jsonIn(witness.nullable(), watching, null)
      if (kept !== null) rest.run(JSON.stringify(unknownOthers(textIn(operation), kept)), textIn(id))
    }
  }
}
