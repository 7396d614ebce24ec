import { create } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Job } from '../../shared/job'
import type { Plan, PlanWish } from '../../shared/plan'
import { call } from '../bridge'

/** What a screen wants written: explicit rows, or the chosen rows of a list. */
export type Proposal = Omit<PlanWish, 'requestId'>

/** What is proposed, and what main says would be sent. */
export interface Planning {
  readonly proposal: Proposal | null
  /** Null: it is being made, or could not be. */
  readonly plan: Plan | null
  readonly error: AppError | null
  /** Its user has confirmed it, and main has not answered yet. */
  readonly isStarting: boolean
  /** Called once it has begun: the form that it came from is done with. */
  readonly onBegun: ((job: Job) => void) | null
}

const closed: Planning = { proposal: null, plan: null, error: null, isStarting: false, onBegun: null }

export const usePlanning = create<Planning>(() => closed)
const now = usePlanning.getState

/**
 * Opens the dialog that shows what would be sent. Nothing is sent before its user confirms it there. The form that it comes
 * from stays open behind it, and closes in `onBegun`.
 */
export function propose(proposal: Proposal, onBegun: ((job: Job) => void) | null = null): void {
  usePlanning.setState({ ...closed, proposal, onBegun })
  void makePlan()
}

/** Has main resolve what is proposed, once more where what was shown is not what is so any more. */
export async function makePlan(): Promise<void> {
  const { proposal, plan: before } = now()
  if (proposal === null) return
  usePlanning.setState({ plan: null, error: null, isStarting: false })
  if (before !== null) void call('operations.dropPlan', { planId: before.id })
  const made = await call('operations.plan', { ...proposal, requestId: crypto.randomUUID() })
  if (now().proposal !== proposal) {
    if (made.ok) void call('operations.dropPlan', { planId: made.value.id })
    return
  }
  usePlanning.setState(made.ok ? { plan: made.value } : { error: made.error })
}

/** Runs what is shown, once, however often it is pressed. */
export async function runShown(): Promise<void> {
  const { plan, isStarting, onBegun } = now()
  if (plan === null || isStarting) return
  usePlanning.setState({ isStarting: true, error: null })
  const run = await call('operations.run', { planId: plan.id })
  if (now().plan?.id !== plan.id) return
  if (!run.ok) return usePlanning.setState({ isStarting: false, error: run.error })
  usePlanning.setState(closed)
  onBegun?.(run.value)
}

/** Nothing of it is sent; main forgets it. */
export function closePlanning(): void {
  const { plan, isStarting } = now()
  if (isStarting) return
  usePlanning.setState(closed)
  if (plan !== null) void call('operations.dropPlan', { planId: plan.id })
}
