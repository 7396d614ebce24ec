import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import type {
  DomainFacts,
  MailboxFacts,
  SubscriptionFacts,
  TagFacts,
  UserFacts,
  WalletFacts,
  WorkspaceFacts,
} from '../../shared/litemail/facts'
import type { FleetNoun } from '../../shared/litemail/fleet'

/** A Litemail account as stored. */
export interface LitemailAccountRow extends LitemailAccount {
  readonly removedAt: number | null
}

/** What may change about a Litemail account that is not removed. */
export type LitemailAccountPatch = {
  readonly [K in
    | 'name'
    | 'authentication'
    | 'userId'
    | 'userEmail'
    | 'keyEndsAt'
    | 'keyGeneration'
    | 'keyKept'
    | 'keyStanding']?: LitemailAccount[K] | undefined
}

/** Which list: of one noun, of one account, in one workspace ('' for what belongs to no workspace, or to one unknown). */
export interface PartKey {
  readonly accountId: string
  readonly noun: FleetNoun
  readonly workspaceId: string
}

/** A pass over a list that has not come to its end. */
export interface OpenPass {
  /** Unique, and larger than that of every pass before. */
  readonly id: number
  readonly startedAt: number
  /** Rows asked for on a page; null: as the service likes. */
  readonly pageSize: number | null
  /** All pages up to this one are taken. */
  readonly done: number
  /** Pages beyond that are taken, too. */
  readonly ahead: readonly number[]
  /** Rows that a full page has; null: not known yet. */
  readonly perPage: number | null
  /** How many pages there are, as the service said at last; null: it does not say, or not what is so. */
  readonly pages: number | null
  /** The largest number of rows that the service announced in this pass; null: none. */
  readonly most: number | null
  /** Distinct rows met. What is given to `fleet.take` is before its rows, what is kept is with them. */
  readonly met: number
  /** Pages in succession that brought nothing new. */
  readonly stale: number
  /** The first page without rows; null: none was. The last one with rows; 0: none yet. */
  readonly firstEmpty: number | null
  readonly lastFilled: number
  /** A page before the end was empty. */
  readonly hasGap: boolean
  /** Why it does not go on. */
  readonly problem: AppError | null
}

/** What is kept of the readings of one list. */
export interface FleetPartRow extends PartKey {
  readonly wholeAt: number | null
  readonly at: number | null
  readonly announced: number | null
  readonly isIncomplete: boolean
  readonly problem: AppError | null
  readonly doubt: { readonly gone: number; readonly known: number } | null
  readonly isHeaderIgnored: boolean
  /** Rows on a page that the service was found to grant; null: not known, or as it likes. */
  readonly pageSize: number | null
  /** Whether the service was found to grant no size but its own. */
  readonly isOwnSize: boolean
  /** Null: none is open. */
  readonly open: OpenPass | null
}

/** Of a list that was never read. */
export const neverReadPart = (key: PartKey): FleetPartRow => ({
  ...key,
  wholeAt: null,
  at: null,
  announced: null,
  isIncomplete: false,
  problem: null,
  doubt: null,
  isHeaderIgnored: false,
  pageSize: null,
  isOwnSize: false,
  open: null,
})

/** What one answer brought, by noun. */
export type Taken =
  | { readonly noun: 'mailboxes'; readonly rows: readonly MailboxFacts[] }
  | { readonly noun: 'domains'; readonly rows: readonly DomainFacts[] }
  | { readonly noun: 'workspaces'; readonly rows: readonly WorkspaceFacts[] }
  | { readonly noun: 'tags'; readonly rows: readonly TagFacts[] }
  | { readonly noun: 'subscriptions'; readonly rows: readonly SubscriptionFacts[] }
  | { readonly noun: 'user'; readonly rows: readonly [UserFacts] }
  | { readonly noun: 'wallet'; readonly rows: readonly [WalletFacts] }

/** Part of a page, to be taken in one transaction; about 25 rows, so that no write takes long. */
export interface TakeRows {
  /** The list as it stands once these rows are in it. */
  readonly part: FleetPartRow
  readonly taken: Taken
  /** The pass that met them: its rows are stamped with it. */
  readonly pass: number
  readonly at: number
}

/** `fresh`: rows that this pass had not met before. `changed`: rows that were not here, or say something else now. */
export interface TakenRows {
  readonly fresh: number
  readonly changed: number
}

/** What the end of a whole pass did to the rows that it did not meet. */
export interface PassEnd {
  /** Not met for the first time. */
  readonly unseen: number
  /** Not met for the second time: gone, unless `doubt` says that it is asked about first. */
  readonly gone: number
  readonly doubt: { readonly gone: number; readonly known: number } | null
}
