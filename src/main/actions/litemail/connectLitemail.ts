import type { Output, Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Tries a key with `users.get`, keeps it, and adds its account. */
export async function connectLitemail(
  _context: Context,
  _input: Parsed<'litemail.connect'>,
): Promise<Result<Output<'litemail.connect'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
