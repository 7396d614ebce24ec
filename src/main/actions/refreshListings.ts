import type { AppError } from '../../shared/errors'
import type { ListingReport } from '../../shared/listing'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

/** What is being read from a service's list, by account. */
export interface ListingState {
  readonly isReading: boolean
}

export async function refreshListings(
  _context: Context,
  _wish: { accountId?: string | undefined; isWhole: boolean },
): Promise<Result<ListingReport[], AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function decideListing(
  _context: Context,
  _decision: { accountId: string; isSameUser: boolean },
): Promise<Result<void, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
