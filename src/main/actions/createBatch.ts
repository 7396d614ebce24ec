import type { Batch } from '../../shared/batch'
import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

/** Several addresses that were asked for at once, while they are under way. */
export interface RunningBatch {
  readonly id: string
}

export async function startBatch(
  _context: Context,
  _wish: Parsed<'batches.start'>,
): Promise<Result<Batch, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function readBatch(_context: Context, _id: string): Promise<Result<Batch, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function stopBatch(_context: Context, _id: string): Promise<Result<Batch, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
