import type { AppError } from '../../../shared/errors'
import type { TriedReads } from '../../../shared/litemail/fleet'
import { err, type Result } from '../../../shared/result'
import type { Context } from '../context'

/** Tries every read that needs no id, once, and remembers which of them work on this account. */
export async function tryReads(_context: Context, _id: string): Promise<Result<TriedReads, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

/** What was tried at last; null: nothing yet. */
export async function readTriedReads(
  _context: Context,
  _id: string,
): Promise<Result<TriedReads | null, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
