import type { Account, Plan } from '../../shared/account'

/** Requests that one user of a service may make. */
export interface Budget {
  readonly perHour: number
  readonly perMinute: number
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
