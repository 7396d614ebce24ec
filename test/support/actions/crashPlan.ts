import type { Fault } from '../loopback/faults'
import { randomFrom } from '../random'

/** When a process is killed, seen from the service. */
export const killMoments = ['before-sending', 'received', 'acted', 'answered', 'late'] as const
export type KillMoment = (typeof killMoments)[number]

/** One seeded crash: what was pressed, when the process is killed, and what the service does then. */
export interface CrashPlan {
  readonly seed: number
  readonly moment: KillMoment
  /** Typed local parts; null draws one. The last one is under way at the kill. */
  readonly presses: readonly (string | null)[]
  readonly canList: boolean
  /** Whether a held request is acted on after the kill. */
  readonly isActedAfterKill: boolean
  /** How long after the last press the process is killed where no request is waited for, in milliseconds. */
  readonly killAfterMs: number
  /** The next start happens more than ten minutes later. */
  readonly isStartedLate: boolean
}

/** Names that a stranger holds at the service, so that a user who types them is refused. */
export const STRANGERS_NAMES = ['john.smith', 'newsletter', 'shopping'] as const

/** The crash of one seed; the same seed is the same crash. */
export function planCrash(seed: number): CrashPlan {
  const random = randomFrom(seed)
  const moment = killMoments[seed % killMoments.length] ?? 'received'
  const name = () =>
    random.chance(0.6)
      ? null
      : random.chance(0.4)
        ? random.pick(STRANGERS_NAMES)
        : `typed-${seed}-${random.integer(100, 999)}`
  return {
    seed,
    moment,
    presses: Array.from({ length: random.integer(1, 3) }, name),
    canList: random.chance(0.5),
    isActedAfterKill: random.chance(0.7),
    killAfterMs: random.integer(0, 25),
    isStartedLate: random.chance(0.25),
  }
}

/** What the service does with the request that is under way at the kill. */
export function faultOf(plan: CrashPlan): Fault | null {
  switch (plan.moment) {
    case 'before-sending':
    case 'answered':
      return null
    case 'received':
      return plan.isActedAfterKill ? { kind: 'hold', at: 'received' } : { kind: 'silence', act: false }
    case 'acted':
      return { kind: 'hold', at: 'acted' }
    case 'late':
      return { kind: 'act-late', ms: 5_000 }
    default:
      return plan.moment satisfies never
  }
}
