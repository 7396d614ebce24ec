import { create } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { Job } from '../../shared/job'
import type { Plan, PlanWish } from '../../shared/plan'
import type { Result } from '../../shared/result'
import { call } from '../bridge'

/** What a screen wants written: explicit rows, or the chosen rows of a list. */
export type Proposal = Omit<PlanWish, 'requestId'>

/** What is proposed, and what main says would be sent. */
export interface Planning {
  readonly asked: Asked | null
  /** Null: it is being made, or could not be. */
  readonly plan: Plan | null
  readonly error: AppError | null
  /** Its user has confirmed it, and main has not answered yet. */
  readonly isStarting: boolean
  /** Called once it has begun: the form that it came from is done with. */
  readonly onBegun: ((job: Job) => void) | null
}

/** Where a plan comes from. A proposal may hold a secret: it is gone with the dialog. */
interface Asked {
  readonly operation: string
  /** Null: main knows its rows. */
  readonly proposal: Proposal | null
  /** `shown`: the plan before, of the same rows: what is not as it was there is marked. */
  readonly make: (requestId: string, shown: Plan | null) => Promise<Result<Plan, AppError>>
}

/** Jobs that were begun in this window, and whose end has not been told yet. */
export const useBegunHere = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }))

const closed: Planning = { asked: null, plan: null, error: null, isStarting: false, onBegun: null }

export const usePlanning = create<Planning>(() => closed)
const now = usePlanning.getState

/**
 * Opens the dialog that shows what would be sent. Nothing is sent before its user confirms it there. The form that it comes
 * from stays open behind it, and closes in `onBegun`.
 */
export function propose(proposal: Proposal, onBegun: Planning['onBegun'] = null): void {
  const make: Asked['make'] = (requestId, shown) =>
    call('operations.plan', {
      ...proposal,
      requestId,
      ...(shown === null ? {} : { replaces: shown.id }),
    })
  show({ operation: proposal.operation, proposal, make }, onBegun)
}

/** The same for what was refused of a job, or never left: main plans it anew. */
export function proposeAgain(
  { id, operation }: Pick<Job, 'id' | 'operation'>,
  onBegun: Planning['onBegun'] = null,
): void {
  show({ operation, proposal: null, make: (requestId) => call('jobs.retry', { id, requestId }) }, onBegun)
}

function show(asked: Asked, onBegun: Planning['onBegun']): void {
  const { plan, isStarting } = now()
  // What is being begun is answered first.
  if (isStarting) return
  if (plan !== null) drop(plan)
  usePlanning.setState({ ...closed, asked, onBegun })
  void makePlan()
}

const drop = ({ id }: Plan) => void call('operations.dropPlan', { planId: id })

/** Has main resolve what is proposed, once more where what was shown is not what is so any more. */
export async function makePlan(): Promise<void> {
  const { asked, plan: before } = now()
  if (asked === null) return
  usePlanning.setState({ plan: null, error: null, isStarting: false })
  const made = await asked.make(crypto.randomUUID(), before)
  if (before !== null) drop(before)
  if (now().asked !== asked || now().plan !== null) {
    if (made.ok) drop(made.value)
    return
  }
  usePlanning.setState(made.ok ? { plan: made.value, error: null } : { error: made.error })
}

/** Runs what is shown, once, however often it is pressed. */
export async function runShown(): Promise<void> {
  const { plan, isStarting, onBegun } = now()
  if (plan === null || isStarting || plan.isLocked) return
  usePlanning.setState({ isStarting: true, error: null })
  const run = await call('operations.run', { planId: plan.id })
  if (now().plan?.id !== plan.id) return
  if (!run.ok) return usePlanning.setState({ isStarting: false, error: run.error })
  usePlanning.setState(closed)
  useBegunHere.setState(({ ids }) => ({ ids: [...ids, plan.id] }))
  onBegun?.(run.value)
}

/** Its user says that Litemail's page of the operation was read: main takes it from now on. */
export async function unlockShown(): Promise<void> {
  const { plan } = now()
  if (plan === null || !plan.isLocked) return
  const { accountId, operation } = plan
  const unlocked = await call('operations.unlock', { accountId, operation })
  const { plan: shown } = now()
  if (shown?.id !== plan.id) return
  usePlanning.setState(
    unlocked.ok ? { plan: { ...shown, isLocked: false }, error: null } : { error: unlocked.error },
  )
}

/** What was shown is older than main takes. */
export function lapseShown(planId: string): void {
  const { plan, isStarting } = now()
  if (plan?.id === planId && !isStarting) usePlanning.setState({ error: { kind: 'plan', why: 'lapsed' } })
}

/** Nothing of it is sent; main forgets it. */
export function closePlanning(): void {
  const { plan, isStarting } = now()
  if (isStarting) return
  usePlanning.setState(closed)
  if (plan !== null) drop(plan)
}
