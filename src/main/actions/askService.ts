import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { type Budget, budgetOf } from '../rules/plans'
import { type KeyHeader, sendWithKey } from '../upstream/authorize'
import type { Exchange, OutboundRequest } from '../upstream/exchange'
import { limiterKey } from '../upstream/limiterKey'
import type { Ask } from '../upstream/verdict'
import type { Context } from './context'

/** How a request may spend the account's allowance. */
export interface Pace {
  readonly priority: 'click' | 'background'
  /** How long it may wait for its turn, in milliseconds. */
  readonly waitMs: number
  readonly isOverBudgetAllowed: boolean
  /** So much of the allowance is left to others. */
  readonly spared?: Budget
}

/** A request that has all it needs: its key, and its place in the allowance. */
export interface Ready {
  send(): Promise<Exchange>
  /** The request was not sent, or never left: it does not count. */
  giveBack(): void
}

/**
 * Gets a request ready without sending it: so a write can be written down as the last act before it
 * leaves. The key is the one kept for the origin of the request's own URL.
 */
export async function prepare(
  context: Context,
  account: Account,
  request: OutboundRequest,
  pace: Pace,
  keyHeader?: KeyHeader,
): Promise<Result<Ready, AppError>> {
  const key = await context.keys.keyFor(request.url, account)
  return key.ok ? prepareWithKey(context, askOf(account, pace), request, key.value, keyHeader) : key
}

/** The same with a key in hand, for whoever counts in the allowance as `ask` says. */
export async function prepareWithKey(
  context: Context,
  ask: Ask,
  request: OutboundRequest,
  key: string,
  keyHeader?: KeyHeader,
): Promise<Result<Ready, AppError>> {
  const slot = await context.limiter.take(ask)
  if (!slot.ok) return slot
  return ok({
    async send() {
      const exchange = await sendWithKey(context.transport, request, key, keyHeader)
      context.limiter.learn(ask.key, exchange, slot.value)
      return exchange
    },
    giveBack: () => slot.value.giveBack(),
  })
}

/** Sends a read and answers what came of it. */
export async function askService(
  context: Context,
  account: Account,
  request: OutboundRequest,
  pace: Pace,
  keyHeader?: KeyHeader,
): Promise<Result<Exchange, AppError>> {
  return sendRead(await prepare(context, account, request, pace, keyHeader))
}

/** Sends a read that is ready; one that never left does not count. */
export async function sendRead(ready: Result<Ready, AppError>): Promise<Result<Exchange, AppError>> {
  if (!ready.ok) return ready
  const exchange = await ready.value.send()
  if (exchange.kind === 'failure' && !exchange.isSent) ready.value.giveBack()
  return ok(exchange)
}

/** How long a request of the account would wait for its place in the allowance, in milliseconds. */
export const delayOf = (context: Context, account: Account, pace: Pace): Promise<Result<number, AppError>> =>
  context.limiter.delay(askOf(account, pace))

/** How a request of a LikeDo account counts. */
export const askOf = (account: Account, { priority, waitMs, isOverBudgetAllowed, spared }: Pace): Ask => ({
  key: limiterKey(account),
  budget: budgetOf(account),
  priority,
  deadlineMs: waitMs,
  isOverBudgetAllowed,
  ...(spared === undefined ? {} : { spared }),
})
