import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { WrittenFile } from '../../../shared/transfer'
import type { Context } from '../context'

/** Writes mailboxes as CSV to a file that the user chooses. Null where none was chosen. */
export async function exportMailboxes(
  _context: Context,
  _wish: Parsed<'mailboxes.export'>,
): Promise<Result<WrittenFile, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

/** Writes domains as CSV to a file that the user chooses. Null where none was chosen. */
export async function exportDomains(
  _context: Context,
  _wish: Parsed<'domains.export'>,
): Promise<Result<WrittenFile, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
