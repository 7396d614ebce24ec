import { randomUUID } from 'node:crypto'
import { type Account, LIKEDO_ORIGIN } from '../../shared/account'
import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { AccountRow } from '../store/rows'
import { type Connected, standingOf, tryKey } from './checkAccount'
import type { Context } from './context'

/**
 * Tries a key at its service, keeps it, and adds its account. Where the service refuses the key, or
 * is not reached and nobody said to save it all the same, nothing is kept.
 */
export async function connectAccount(
  context: Context,
  input: Parsed<'accounts.add'>,
): Promise<Result<Connected, AppError>> {
  const accounts = await context.store.read('accounts.list')
  if (!accounts.ok) return accounts
  const blank: AccountRow = {
    id: randomUUID(),
    service: input.service,
    name: input.name ?? nameAnew(input.server, accounts.value),
    origin: input.server,
    plan: input.plan,
    requestsPerHour: input.requestsPerHour,
    keyEndsOn: input.keyEndsOn,
    isDefault: accounts.value.length === 0,
    keyGeneration: 1,
    keyKept: input.keyKept,
    keyStanding: 'unchecked',
    canList: null,
    createPath: '/api/v1/emails/create',
    createdAt: context.clock.now(),
    removedAt: null,
  }
  const checked = await tryKey(context, blank, input.key, input.whenUnreached)
  if (!checked.ok) return checked
  const account: AccountRow = { ...blank, ...standingOf(checked.value) }

  const kept = await context.keys.keep(account, input.key)
  if (!kept.ok) return kept
  const inserted = await context.store.write('accounts.insert', account)
  if (!inserted.ok) {
    // An account that is not there must leave no key behind.
    await context.keys.forget(account)
    return inserted
  }
  return ok({ account: inserted.value, check: checked.value.check })
}

/** A name has 80 characters at most, its number included; a host may have more. */
const LONGEST_BASE = 70

/** "LikeDo", "LikeDo 2", … or the host of a server that is not LikeDo's own. */
function nameAnew(origin: string, accounts: readonly Account[]): string {
  const base = origin === LIKEDO_ORIGIN ? 'LikeDo' : new URL(origin).host.slice(0, LONGEST_BASE)
  const names = new Set(accounts.map((account) => account.name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} ${n}`
    if (!names.has(name)) return name
  }
}
