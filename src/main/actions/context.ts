import type { Account } from '../../shared/account'
import type { Created } from '../../shared/address'
import type { AppError, AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Keys } from '../secrets/keys'
import type { JournalRow } from '../store/rows'
import type { Store } from '../store/store'
import type { Clock } from '../upstream/clock'
import type { Transport } from '../upstream/exchange'
import type { Limiter } from '../upstream/limiter'
import type { Line } from './line'

/** What an action works with. Everything that reaches outside the program comes in here. */
export interface Context {
  readonly store: Store
  readonly transport: Transport
  readonly limiter: Limiter
  readonly keys: Keys
  readonly clock: Clock
  readonly line: Line
  /** Presses under way in this process, by request id. */
  readonly underWay: Map<string, Promise<Result<Created, AppError>>>
  /** Rows that a press is working on, from their place in the line to their ending, by id. */
  readonly inLine: Set<string>
  /** Rows that are being settled in this process, by id. */
  readonly settling: Map<string, Promise<Result<JournalRow, AppError>>>
  /** Rows that the background looks into time and again, by id. */
  readonly settlingLater: Set<string>
  readonly copy: (text: string) => Promise<Result<void, AppErrorOf<'clipboard'>>>
  /** Tells of an ending that nobody waits for any more. */
  readonly announce: (ending: Result<Created, AppError>) => void
}

/** The account of this id, as long as it is not removed. */
export async function findAccount(context: Context, id: string): Promise<Result<Account, AppError>> {
  const row = await context.store.read('accounts.get', id)
  if (!row.ok) return row
  if (row.value === null || row.value.removedAt !== null) return err({ kind: 'not-found', what: 'account' })
  return ok(row.value)
}
