import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { FleetStatus } from '../../shared/litemail/fleet'
import { err, type Result } from '../../shared/result'
import type { Context } from '../actions/context'

/** How old each list is, what is being read, and what failed. */
export async function readFleetStatus(_context: Context): Promise<Result<FleetStatus, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

/** Reads all lists again, of one account or all, because the user asked for it. Answers when it has begun. */
export async function refreshFleet(
  _context: Context,
  _wish: Parsed<'fleet.refresh'>,
): Promise<Result<void, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

/** The user says whether what a whole pass missed is gone. */
export async function decideFleet(
  _context: Context,
  _decision: Parsed<'fleet.decide'>,
): Promise<Result<void, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
