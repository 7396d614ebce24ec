import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function readDetails(
  _context: Context,
  _id: string,
): Promise<Result<Output<'addresses.get'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
