import type { Undone } from '../../shared/addressView'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function labelAddresses(
  _context: Context,
  _change: { choice: Choice; add: readonly string[]; remove: readonly string[] },
): Promise<Result<{ count: number }, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function hideAddresses(
  _context: Context,
  _change: { choice: Choice; isHidden: boolean },
): Promise<Result<{ count: number; left: number }, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function undoLast(_context: Context): Promise<Result<Undone, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
