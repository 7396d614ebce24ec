import type { Allowance } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { budgetOf, planLimits } from '../rules/plans'
import { limiterKey } from '../upstream/limiterKey'
import { type Context, findAccount } from './context'

/** What an account has used of its allowance, as Mailroom counted: other programs may have used more. */
export async function readAllowance(context: Context, id: string): Promise<Result<Allowance, AppError>> {
  const account = await findAccount(context, id)
  if (!account.ok) return account
  const now = new Date(context.clock.now())
  const since = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
  const made = await context.store.read('addresses.countCreatedSince', { accountId: id, since })
  if (!made.ok) return made
  return ok({
    requests: await context.limiter.usage(limiterKey(account.value), budgetOf(account.value)),
    addresses: { made: made.value, limit: planLimits[account.value.plan].addressesPerMonth },
  })
}
