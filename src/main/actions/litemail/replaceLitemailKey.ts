import type { Output, Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Takes another key for an account, which must be of the same user. */
export async function replaceLitemailKey(
  _context: Context,
  _input: Parsed<'litemail.replaceKey'>,
): Promise<Result<Output<'litemail.replaceKey'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
