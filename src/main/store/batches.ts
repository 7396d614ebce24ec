import type { AppError } from '../../shared/errors'
import type { Sql } from './sql'

const givenUp: AppError = { kind: 'given-up' }

export const batchWrites = (sql: Sql) => {
  const drop = sql.prepare(`
    UPDATE journal AS j SET state = 'dropped', settled_at = ?, problem = ?
    WHERE j.batch_id = ? AND j.state = 'planned' AND j.is_restored = 0`)
  return {
    /** Gives up what was not sent of a batch, and answers how many rows that was. A row under way is left alone. */
    'batches.dropWaiting': ({ id, at }: { id: string; at: number }): number =>
      drop.run(at, JSON.stringify(givenUp), id),
  }
}
