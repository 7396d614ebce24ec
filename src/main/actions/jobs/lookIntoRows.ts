import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { isLookDue } from '../../rules/lookAgain'
import type { DoubtfulRow } from '../../store/jobConfirming'
import type { Context } from '../context'
import { confirmRow } from './confirmRow'
import { lookAt } from './readShown'

/** One look costs an account so many requests at most: a long job is confirmed by the lists that are read anyway. */
const MOST_REQUESTS = 20

/** When rows were looked at last, by id, while Mailroom runs. */
export type Looks = Map<string, number>

/**
 * Looks, behind everything else, what became of rows of an account that nobody knows of, or that were accepted. Ends where the
 * service cannot be read now. `isEnded`: nothing more is to be asked.
 */
export async function lookIntoRows(
  context: Context,
  account: LitemailAccount,
  rows: readonly DoubtfulRow[],
  looks: Looks,
  isEnded: () => boolean,
): Promise<void> {
  const look = lookAt(context, account, 'hidden')
  for (const { row, operation } of rows) {
    const now = context.clock.now()
    if (!isLookDue(now, row.settledAt ?? now, looks.get(row.id) ?? null)) continue
    if (look.asked >= MOST_REQUESTS || isEnded()) return
    looks.set(row.id, now)
    const confirmed = await confirmRow(context, account.id, look, operation, row)
    if (confirmed.ok && confirmed.value) looks.delete(row.id)
    if (!confirmed.ok && isEndOfLook(confirmed.error)) return
  }
}

/** Nothing can be read now, or the account was removed: the other rows need not be tried. */
const isEndOfLook = (error: AppError): boolean =>
  ['no-connection', 'timeout', 'rate-limited', 'unauthorized', 'keychain', 'key-missing'].includes(
    error.kind,
  ) ||
  (error.kind === 'not-found' && error.what === 'account')
