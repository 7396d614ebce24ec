import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** So many rows cross between threads at once: more would keep everything else waiting while they do. */
export const ROWS_A_PIECE = 250

/** What a read answers about many, piece by piece, in their order. */
export async function inPieces<T, R>(
  all: readonly T[],
  read: (some: readonly T[]) => Promise<Result<readonly R[], AppError>>,
): Promise<Result<R[], AppError>> {
  const found: R[] = []
  for (let from = 0; from < all.length; from += ROWS_A_PIECE) {
    const some = await read(all.slice(from, from + ROWS_A_PIECE))
    if (!some.ok) return some
    found.push(...some.value)
  }
  return ok(found)
}

/** All rows of a job, in their order. */
export async function readJobRows({ store }: Context, jobId: string): Promise<Result<JobRow[], AppError>> {
  const found: JobRow[] = []
  for (;;) {
    const some = await store.read('jobs.rows', { jobId, offset: found.length, limit: ROWS_A_PIECE })
    if (!some.ok) return some
    found.push(...some.value)
    if (some.value.length < ROWS_A_PIECE) return ok(found)
  }
}
