import type { ApiMap } from '../../../shared/apiMap'
import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { err, type Result } from '../../../shared/result'
import { demoLitemail } from '../../demo/demoLitemail'
import {
  litemailBudget,
  litemailHiddenSpacing,
  litemailSpacing,
  type Spacing,
  sampleSpacing,
} from '../../rules/plans'
import type { Exchange, OutboundRequest } from '../../upstream/exchange'
import { litemailLimiterKey } from '../../upstream/limiterKey'
import type { Asked } from '../../upstream/litemail/answers'
import { keyHeaderOf } from '../../upstream/mappedRequest'
import type { Ask } from '../../upstream/verdict'
import { prepareWithKey, sendRead } from '../askService'
import type { Context } from '../context'

/** Whose turn it is, and how long it may wait for it, in milliseconds: see `ReadWish`. */
export interface LitemailPace {
  readonly pace: 'click' | 'window' | 'hidden'
  readonly waitMs: number
}

/** What an answer brings, or why it brings nothing. */
export type ReadExchange<T> = (
  exchange: Exchange,
  asked: Asked,
) => Result<T, AppError> | Promise<Result<T, AppError>>

/** A read is sent again at most twice. */
const MOST_SENDINGS = 3
/** The first wait before that is shorter than this, the second shorter than twice as long. */
const BACK_OFF_MS = 500

const priorities = { click: 'click', window: 'background', hidden: 'hidden' } as const

/** How far behind each other the requests of an account are. */
export const spacingOf = ({ origin }: LitemailAccount, { pace }: Pick<LitemailPace, 'pace'>): Spacing => {
  if (origin === demoLitemail.origin) return sampleSpacing
  return pace === 'hidden' ? litemailHiddenSpacing : litemailSpacing
}

const askOf = (account: LitemailAccount, pace: LitemailPace): Ask => ({
  key: litemailLimiterKey(account),
  budget: litemailBudget,
  priority: priorities[pace.pace],
  deadlineMs: pace.waitMs,
  isOverBudgetAllowed: false,
  spacing: spacingOf(account, pace),
})

/**
 * After a 429 the limiter says how long to wait; after these a little time may be all that is needed. Of a POST only its user
 * says that it reads: it is sent again only where the service says that it did nothing.
 */
const mayPass = (error: AppError, { method }: OutboundRequest): boolean =>
  (error.kind === 'rate-limited' && error.by === 'service') ||
  (method === 'GET' && (error.kind === 'connection-lost' || error.kind === 'service-failed'))

/** A request, its key, and how its operation is asked. */
export interface AuthorizedRequest {
  readonly request: OutboundRequest
  readonly key: string
  readonly map: ApiMap
}

/**
 * Sends a read in its account's turn and answers what it brings. One whose connection broke, that the service failed at, or
 * that came too soon is sent again, twice at most, after a random part of a time that doubles, as long as `waitMs` lasts.
 */
export async function askLitemail<T>(
  context: Context,
  account: LitemailAccount,
  asked: AuthorizedRequest,
  pace: LitemailPace,
  read: ReadExchange<T>,
): Promise<Result<T, AppError>> {
  const { clock } = context
  const until = clock.monotonic() + pace.waitMs
  for (let sending = 1; ; sending++) {
    const answered = await askOnce(
      context,
      account,
      asked,
      { ...pace, waitMs: until - clock.monotonic() },
      read,
    )
    if (answered.ok || sending === MOST_SENDINGS || !mayPass(answered.error, asked.request)) return answered
    if (answered.error.kind === 'rate-limited') continue
    const pauseMs = Math.random() * BACK_OFF_MS * 2 ** (sending - 1)
    if (clock.monotonic() + pauseMs > until) return answered
    await clock.sleep(pauseMs)
  }
}

async function askOnce<T>(
  context: Context,
  account: LitemailAccount,
  asked: AuthorizedRequest,
  pace: LitemailPace,
  read: ReadExchange<T>,
): Promise<Result<T, AppError>> {
  if (context.line.isClosed) return err({ kind: 'interrupted' })
  const { request, key, map } = asked
  const keyHeader = keyHeaderOf(map, account.authentication === 'jwt' ? 'bearer' : 'x-api-key')
  const ready = await prepareWithKey(context, askOf(account, pace), request, key, keyHeader)
  if (ready.ok && context.line.isClosed) {
    ready.value.giveBack()
    return err({ kind: 'interrupted' })
  }
  const exchange = await sendRead(ready)
  return exchange.ok ? read(exchange.value, { request, now: context.clock.now(), places: map }) : exchange
}
