import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { UserFacts } from '../../../shared/litemail/facts'
import { operationOf } from '../../../shared/litemail/operations'
import { ok, type Result } from '../../../shared/result'
import { readAnswer } from '../../upstream/litemail/answers'
import { operationRequest } from '../../upstream/litemail/requests'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { findLitemailAccount } from './account'
import { askLitemail } from './askLitemail'
import { readOperation } from './readOperation'

const CHECK_DEADLINE_MS = 10_000
const CHECK = { pace: 'click', waitMs: CHECK_DEADLINE_MS, timeoutMs: CHECK_DEADLINE_MS } as const

/** How a key was found, and whose it is; null where the service was not reached, or did not say. */
export interface TriedKey {
  readonly check: Output<'litemail.check'>['check']
  readonly user: UserFacts | null
}

/** Tries a key with `users.get`, for an account that has it not yet. An error is a reason not to keep it. */
export async function tryLitemailKey(
  context: Context,
  account: LitemailAccount,
  key: string,
  whenUnreached: 'say' | 'save-unchecked',
): Promise<Result<TriedKey, AppError>> {
  const asked = await mapOf(context, account.id, operationOf('users.get'))
  if (!asked.ok) return asked
  const { map } = asked.value
  const request = operationRequest(account, 'users.get', { timeoutMs: CHECK_DEADLINE_MS }, map)
  if (!request.ok) return request
  const user = await askLitemail(
    context,
    account,
    { request: request.value, key, map },
    CHECK,
    (exchange, asked) => readAnswer('users.get', exchange, asked),
  )
  if (user.ok) return ok({ check: 'accepted', user: user.value })
  const isSaved = whenUnreached === 'save-unchecked' && user.error.kind !== 'unauthorized'
  return isSaved ? ok({ check: 'not-reached', user: null }) : user
}

/** Tries the key that is kept for an account, and notes how it was found. */
export async function checkLitemail(
  context: Context,
  id: string,
): Promise<Result<Output<'litemail.check'>, AppError>> {
  const asked = await findLitemailAccount(context, id)
  if (!asked.ok) return asked
  const user = await readOperation(context, asked.value, 'users.get', CHECK)
  if (!user.ok) return user
  const account = await findLitemailAccount(context, id)
  return account.ok ? ok({ account: account.value, check: 'accepted' }) : account
}
