import type { Output, Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function readList(
  _context: Context,
  _list: Parsed<'batches.read'>,
): Promise<Result<Output<'batches.read'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
