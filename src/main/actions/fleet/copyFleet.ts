import type { Choice } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Puts addresses of mailboxes, or names of domains, on the clipboard, one a line, in the order of the choice. */
export async function copyFleet(
  _context: Context,
  _what: 'mailboxes' | 'domains',
  _choice: Choice,
): Promise<Result<{ copied: number; left: number }, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
