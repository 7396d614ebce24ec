import type { AppErrorOf } from '../../shared/errors'
import type { Budget, Spacing } from '../rules/plans'
import { correctedBudget, freeAt, HOUR_MS, type Ledger, MINUTE_MS, spacedAt } from './ledger'

/** What wants to be sent. */
export interface Ask {
  /** See `limiterKey.ts`. */
  readonly key: string
  readonly budget: Budget
  /** A click goes before whatever waits in the background, and that before what is hidden. */
  readonly priority: 'click' | 'background' | 'hidden'
  /** How long it may wait, in milliseconds; 0: not at all. */
  readonly deadlineMs: number
  /** Send although the budget is used up. What the service itself forbids (`Retry-After`) stays forbidden. */
  readonly isOverBudgetAllowed: boolean
  /** So much of the budget is left to others, who may want it sooner than it grows back. */
  readonly spared?: Budget
  /** How far behind the requests before it; not at all unless said. "Try now" does not pass over it. */
  readonly spacing?: Spacing
}

export type RateLimited = AppErrorOf<'rate-limited'>

/** What waits for leave, and until when it may, on the monotonic clock. */
export interface Waiting {
  readonly ask: Ask
  readonly until: number
}

export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly at: number }
  | { readonly kind: 'refuse'; readonly error: RateLimited }

/** A budget smaller than what is spared still grants one request in a minute, or nothing would ever go. */
const lessSpared = ({ perHour, perMinute }: Budget, { spared }: Ask): Budget => ({
  perHour: perHour - (spared?.perHour ?? 0),
  perMinute: Math.max(1, perMinute - (spared?.perMinute ?? 0)),
})

/** Whether a request may leave now, behind `ahead` others that wait; else when, if that is in time. */
export function judge(
  ledger: Ledger,
  { ask, until }: Waiting,
  ahead: number,
  { monotonic: now, epoch }: { readonly monotonic: number; readonly epoch: number },
): Verdict {
  const refuse = (by: RateLimited['by'], at: number): Verdict => ({
    kind: 'refuse',
    error: { kind: 'rate-limited', by, until: Math.ceil(epoch + (at - now)) },
  })
  const isFree = ask.isOverBudgetAllowed
  const { perHour, perMinute } = lessSpared(correctedBudget(ledger, ask.budget), ask)
  if (!isFree) {
    const hour = freeAt(ledger, HOUR_MS, perHour, ahead, now)
    if (hour === null || hour > now) return refuse('mailroom', hour ?? now + HOUR_MS)
  }
  const minute = isFree ? now : freeAt(ledger, MINUTE_MS, perMinute, ahead, now)
  if (minute === null) return refuse('mailroom', now + MINUTE_MS)
  const blocked = ledger.block !== null && !(isFree && ledger.block.by === 'mailroom') ? ledger.block : null
  const spaced = ask.spacing === undefined ? now : spacedAt(ledger, ask.spacing, ahead, now)
  const at = Math.max(minute, spaced, blocked?.until ?? now)
  if (at <= now) return { kind: 'go' }
  if (at <= until) return { kind: 'wait', at }
  return refuse(at === blocked?.until ? blocked.by : 'mailroom', at)
}
