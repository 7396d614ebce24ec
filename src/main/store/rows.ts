import type { Account } from '../../shared/account'
import type { Evidence, JournalState } from '../../shared/activity'
import type { Via } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Attachment } from '../../shared/message'

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
  /** Which of several that were asked for at once it is, from 0; both null for one alone. */
  readonly batchId?: string | null
  readonly batchPlace?: number | null
}

/** One row of the journal, whole. */
export interface JournalRow extends NewAddressWrite {
  readonly kind: 'address.create'
  readonly batchId: string | null
  readonly batchPlace: number | null
  readonly state: JournalState
  readonly sentAt: number | null
  /** When it ended, or was found to be unconfirmed. */
  readonly settledAt: number | null
  /** How often this very name was handed to the network. */
  readonly sends: number
  /**
   * A sending of this very name ended without an answer, so the service may hold it. Stays true, whatever
   * a later sending comes to, until the name is drawn anew.
   */
  readonly mayBeHeld: boolean
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

/** What may change about an account that is not removed. */
export type AccountPatch = {
  readonly [K in
    | 'name'
    | 'plan'
    | 'requestsPerHour'
    | 'keyEndsOn'
    | 'keyGeneration'
    | 'keyKept'
    | 'keyStanding'
    | 'canList']?: Account[K] | undefined
}

/** Whether a row went to `sending`, and if not, what stood against it. */
export type SendingStart =
  | { readonly started: true; readonly row: JournalRow }
  | {
      readonly started: false
      readonly row: JournalRow
      /**
       * `state`: it has ended, is under way, or was given up. `restored`: history of a backup. `incomplete`: no
       * account or no address. `key-replaced`: it was sent, or is to be sent, with a key that is not the account's.
       */
      readonly why: 'state' | 'restored' | 'incomplete' | 'account-removed' | 'key-replaced'
    }

/** A message of an address that its user keeps, as it was read. */
export interface KeptMessage {
  readonly id: string
  readonly addressId: string
  readonly from: string | null
  readonly fromName: string | null
  readonly to: string | null
  readonly cc: string | null
  readonly replyTo: string | null
  readonly subject: string | null
  readonly text: string | null
  /** There was more of it. */
  readonly isCut: boolean
  readonly html: string | null
  readonly at: number | null
  readonly attachments: readonly Attachment[]
  readonly keptAt: number
}

/** Which message is kept, and since when. */
export type KeptHead = Pick<KeptMessage, 'id' | 'at' | 'keptAt'>

/** Which rows of a list: at most `limit` of them, from `offset` on. */
export interface OffsetPage {
  readonly offset: number
  readonly limit: number
}

/** Place and size of the main window in device-independent pixels. */
export interface WindowState {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

export interface Soundness {
  readonly isSound: boolean
  /** SQLite's own words, at most 20. */
  readonly remarks: readonly string[]
}
