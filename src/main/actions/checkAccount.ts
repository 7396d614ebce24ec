import type { Account, KeyCheck } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { likedoOperationOf } from '../../shared/likedo/operations'
import { err, ok, type Result } from '../../shared/result'
import { readKeyCheck } from '../upstream/likedo/answers'
import { keyCheckRequest } from '../upstream/likedo/requests'
import { keyHeaderOf } from '../upstream/mappedRequest'
import { mapOf } from './apiPaths/mapOf'
import { askOf, prepareWithKey, sendRead } from './askService'
import { type Context, findAccount } from './context'
import { noteKey } from './noteKey'

const CHECK_DEADLINE_MS = 10_000

/** How a key was found; `canList` is null where the service was not reached. */
export interface CheckedKey {
  readonly check: KeyCheck
  readonly canList: boolean | null
}

/** An account, and how its key was found. */
export interface Connected {
  readonly account: Account
  readonly check: KeyCheck
}

/** What a check says about an account, as far as it says anything. */
export const standingOf = ({
  check,
  canList,
}: CheckedKey): Partial<Pick<Account, 'canList' | 'keyStanding'>> => ({
  keyStanding: check === 'accepted' ? 'accepted' : 'unchecked',
  ...(canList === null ? {} : { canList }),
})

/** Tries a key without creating anything. An error is a reason not to keep it. */
export async function tryKey(
  context: Context,
  account: Account,
  key: string,
  whenUnreached: 'say' | 'save-unchecked',
): Promise<Result<CheckedKey, AppError>> {
  const asked = await mapOf(context, account.id, likedoOperationOf('addresses.list'))
  if (!asked.ok) return asked
  const { map } = asked.value
  const request = keyCheckRequest(account, { timeoutMs: CHECK_DEADLINE_MS, map })
  if (!request.ok) return request
  const ask = askOf(account, { priority: 'click', waitMs: CHECK_DEADLINE_MS, isOverBudgetAllowed: true })
  const exchange = await sendRead(
    await prepareWithKey(context, ask, request.value, key, keyHeaderOf(map, 'bearer')),
  )
  if (!exchange.ok) return exchange

  const read = readKeyCheck(exchange.value, {
    ...{ request: request.value, now: context.clock.now(), places: map },
  })
  if (read.ok) return ok({ check: read.value, canList: read.value === 'accepted' })
  if (whenUnreached === 'save-unchecked' && read.error.kind !== 'unauthorized') {
    return ok({ check: 'not-reached', canList: null })
  }
  return read
}

/** Tries the key that is kept for an account, and notes how it was found. */
export async function checkAccount(context: Context, id: string): Promise<Result<Connected, AppError>> {
  const account = await findAccount(context, id)
  if (!account.ok) return account
  const key = await context.keys.keyFor(account.value.origin, account.value)
  if (!key.ok) return key
  const checked = await tryKey(context, account.value, key.value, 'say')
  if (!checked.ok) {
    if (checked.error.kind !== 'unauthorized') return checked
    const noted = await noteKey(context, account.value, { keyStanding: 'refused' })
    return noted.ok ? err(checked.error) : noted
  }
  const { check } = checked.value
  // A server that cannot check takes nothing away from what a creation has shown.
  const said = check === 'accepted' ? standingOf(checked.value) : { canList: false }
  const noted = await noteKey(context, account.value, said)
  return noted.ok ? ok({ account: noted.value, check }) : noted
}
