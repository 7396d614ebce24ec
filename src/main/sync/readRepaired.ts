import type { AppError } from '../../shared/errors'
import type { FleetNoun } from '../../shared/litemail/fleet'
import { ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { type FleetReading, partName } from '../actions/fleet/reading'
import { findLitemailAccount } from '../actions/litemail/account'
import { askAnew } from '../actions/messages/mail'
import { refreshRepaired } from '../actions/refreshListings'
import { beginAnew, beginReading, isAskable } from './runs'

/** The operation that each list is read by. */
const readBy: { readonly [N in FleetNoun]: string } = {
  user: 'users.get',
  workspaces: 'workspaces.list',
  mailboxes: 'mailboxes.list',
  domains: 'domains.list',
  subscriptions: 'subscriptions.list',
  wallet: 'wallet.balance',
  tags: 'tags.list',
}

/**
 * Operations of an account are asked otherwise from now on: lists that could not be read by them are read again, at once, and
 * messages that somebody looks at.
 * Answers when that has begun; what comes of it shows in the lists.
 */
export async function readRepaired(
  context: Context,
  accountId: string,
  operations: readonly string[],
): Promise<Result<void, AppError>> {
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) {
    if (account.error.kind !== 'not-found') return account
    if (operations.includes('messages.list')) {
      askAnew(context.mail, accountId)
      context.tellChanged(['messages'])
    }
    return operations.includes('addresses.list') ? refreshRepaired(context, accountId) : ok(undefined)
  }
  if (!isAskable(account.value)) return ok(undefined)
  const parts = await context.store.read('fleet.parts', accountId)
  if (!parts.ok) return parts
  const changed = parts.value.filter(({ noun }) => operations.includes(readBy[noun]))
  const running = context.fleetRuns.byAccount.get(accountId)
  // Pages of two paths are not one list.
  if (running !== undefined && changed.some((part) => isUnderWay(context.readings.get(partName(part))))) {
    void beginAnew(context, account.value, () =>
      context.store.write('fleet.closePasses', { accountId, operations }),
    )
    return ok(undefined)
  }
  if (!changed.some(({ problem }) => problem !== null)) return ok(undefined)
  const begin = () => beginReading(context, account.value, { what: 'rest', pace: () => 'window' })
  // One that is under way may have come past these lists already.
  if (running !== undefined) {
    void running.ended.then(begin)
    return ok(undefined)
  }
  const begun = await begin()
  return begun.ok ? ok(undefined) : begun
}

/** Pages of it have come, or are on their way. */
const isUnderWay = (reading: FleetReading | undefined): boolean =>
  reading?.state === 'reading' || (reading?.state === 'waiting' && reading.page !== null)
