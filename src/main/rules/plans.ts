import type { Account, Plan } from '../../shared/account'

/** Requests that one user of a service may make; infinite where no limit is known. */
export interface Budget {
  readonly perHour: number
  readonly perMinute: number
}

/**
 * How far apart requests leave: each `gapMs` after the one before, and no more than `most` within `windowMs` and what
 * requests are under way for longer than others: `slackMs` at least.
 */
export interface Spacing {
  readonly gapMs: number
  readonly most: number
  readonly windowMs: number
  readonly slackMs: number
}

export interface PlanLimits extends Budget {
  /** Addresses in a calendar month; null: no limit. */
  readonly addressesPerMonth: number | null
}

/** What LikeDo's documentation grants ("Rate limits", "Plans"); its pages disagree, so headers and success correct it. */
export const planLimits: Readonly<Record<Plan, PlanLimits>> = {
  free: { perHour: 200, perMinute: 60, addressesPerMonth: 50 },
  pro: { perHour: 2000, perMinute: 500, addressesPerMonth: 1000 },
  lifetime: { perHour: 2000, perMinute: 500, addressesPerMonth: null },
}

/** The allowance an account starts from: its plan's, with the user's own figure in place of the plan's hour. */
export function budgetOf(account: Pick<Account, 'plan' | 'requestsPerHour'>): Budget {
  const { perHour, perMinute } = planLimits[account.plan]
  return { perHour: account.requestsPerHour ?? perHour, perMinute }
}

/** Litemail's documentation ("Rate limits") names no hour and no minute. */
export const litemailBudget: Budget = {
  perHour: Number.POSITIVE_INFINITY,
  perMinute: Number.POSITIVE_INFINITY,
}

/** How long each of many requests takes on the average, in milliseconds. */
export const msEach = ({ most, windowMs, slackMs }: Spacing): number => (windowMs + slackMs) / most

/**
 * Litemail takes five requests a second of each user ("Rate limits"). A second begins there when it likes, and requests
 * do not arrive as they left: the sixth leaves 1,110 ms after the first, one each 222 ms in all. The gap is a little
 * smaller, so that a request that left late does not make all behind it late.
 */
export const litemailSpacing: Spacing = { gapMs: 200, most: 5, windowMs: 1_000, slackMs: 110 }

/** For readings that nobody waits for. */
export const litemailHiddenSpacing: Spacing = { gapMs: 1_000, most: 1, windowMs: 1_000, slackMs: 0 }

/** The service of sample data counts nothing; as fast as leaves the window quick. */
export const sampleSpacing: Spacing = { gapMs: 25, most: 40, windowMs: 1_000, slackMs: 0 }
