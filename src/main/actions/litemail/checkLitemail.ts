import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Tries the key that is kept for an account, and notes how it was found. */
export async function checkLitemail(
  _context: Context,
  _id: string,
): Promise<Result<Output<'litemail.check'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
