import { randomUUID } from 'node:crypto'
import { LIKEDO_ORIGIN } from '../../shared/account'
import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { AccountRow } from '../store/rows'
import { type Connected, standingOf, tryKey } from './checkAccount'
import type { Context } from './context'
import { addWithKey } from './keepKey'
import { nameAnew } from './nameAnew'

const LIKEDO = { name: 'LikeDo', origin: LIKEDO_ORIGIN }

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
    name: input.name ?? nameAnew(LIKEDO, input.server, accounts.value),
    origin: input.server,
    plan: input.plan,
    requestsPerHour: input.requestsPerHour,
    keyEndsOn: input.keyEndsOn,
    isDefault: accounts.value.length === 0,
    keyGeneration: 1,
    keyKept: input.keyKept,
    keyStanding: 'unchecked',
    canList: null,
    createdAt: context.clock.now(),
    removedAt: null,
  }
  const checked = await tryKey(context, blank, input.key, input.whenUnreached)
  if (!checked.ok) return checked
  const account: AccountRow = { ...blank, ...standingOf(checked.value) }

  const added = await addWithKey(context, account, input.key, (row) =>
    context.store.write('accounts.insert', row),
  )
  return added.ok ? ok({ account: added.value, check: checked.value.check }) : added
}
