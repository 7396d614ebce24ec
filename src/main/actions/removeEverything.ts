import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function removeKeys(_context: Context): Promise<Result<Output<'data.removeKeys'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function deleteEverything(
  _context: Context,
): Promise<Result<Output<'data.deleteEverything'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
