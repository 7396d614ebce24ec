import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Removes an account with its key and all that was read of it. */
export async function removeLitemail(_context: Context, _id: string): Promise<Result<void, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
