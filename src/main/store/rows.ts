import type { Account } from '../../shared/account'
import type { Activity, Evidence, JournalState } from '../../shared/activity'
import type { Via } from '../../shared/address'
import type { AppError } from '../../shared/errors'

/** An account as stored. A removed one stays, so that its addresses keep their account's name. */
export interface AccountRow extends Account {
  readonly removedAt: number | null
}

/** What is written down before an address is asked for. */
export interface NewAddressWrite {
  readonly id: string
  readonly requestId: string
  /** Null where the press could not be given an account: such a row is dropped at once. */
  readonly accountId: string | null
  readonly keyGeneration: number | null
  readonly email: string | null
  /** Bits of randomness in the local part: 0 for a typed one. */
  readonly drawnBits: number
  readonly tag: string | null
  readonly note: string
  readonly via: Via
  readonly plannedAt: number
}

/** One row of the journal, whole. */
export interface JournalRow extends NewAddressWrite {
  readonly kind: 'address.create'
  readonly state: JournalState
  readonly sentAt: number | null
  readonly settledAt: number | null
  readonly sends: number
  readonly takenNames: readonly string[]
  readonly evidence: Evidence | null
  readonly problem: AppError | null
  readonly isRestored: boolean
}

/** How a write ended, or stands. */
export type Settlement =
  | {
      readonly state: 'done'
      readonly at: number
      readonly evidence: Evidence
      /** As the service tells it; null where it did not. `createdAt` in epoch milliseconds. */
      readonly serviceId: string | null
      readonly createdAt: number | null
    }
  | { readonly state: 'refused' | 'dropped' | 'unconfirmed'; readonly at: number; readonly problem: AppError }

export type ActivityRow = Activity
