import type { AddressView } from '../../shared/addressView'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

/** All that views matched when they were chosen, by token. */
export type Snapshots = Map<string, readonly string[]>

export async function takeSnapshot(
  _context: Context,
  _view: AddressView,
): Promise<Result<{ snapshot: string; ids: string[] }, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function idsOf(
  _context: Context,
  _choice: Choice,
): Promise<Result<readonly string[], AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
