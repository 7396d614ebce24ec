import type { AppError } from '../../../shared/errors'
import { type Job, PLAN_LASTS_MS } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import { isFinal, type WritingId } from '../../../shared/litemail/writing'
import type { FilledInputs } from '../../../shared/operationAnswer'
import { MOST_PREVIEWED, type Plan } from '../../../shared/plan'
import { ok, type Result } from '../../../shared/result'
import { confirmationOf } from '../../rules/confirmation'
import { requestInputs } from '../../rules/jobRequests'
import { previewed } from '../../rules/previewed'
import type { NewJobRow } from '../../store/jobPlanning'
import type { FoundTarget } from '../../store/targets'
import type { Context } from '../context'
import { describeRequest } from '../operations/describeRequest'
import { isStale } from './freshTargets'
import { inPieces } from './inPieces'
import { isFirstAlone, isUnlocked } from './unlockOperation'

export interface PlanToDescribe {
  readonly account: LitemailAccount
  readonly job: Job
  readonly operation: WritingId
  /** All of them, in their order. */
  readonly rows: readonly NewJobRow[]
  /** What its rows are about, by the ids of the service. */
  readonly targets: ReadonlyMap<string, FoundTarget>
  /** Which of them are not as they were shown before. */
  readonly changed: ReadonlySet<string>
  /** So many that were chosen are listed no more. */
  readonly lost: number
  /** So many that were chosen have no id that the service told. */
  readonly unnamed: number
}

/** A plan as its user is shown it. */
export async function describePlan(
  context: Context,
  { account, job, operation, rows, targets, changed, lost, unnamed }: PlanToDescribe,
): Promise<Result<Plan, AppError>> {
  const { store, clock } = context
  const billing = await store.read('billing.get', clock.now())
  if (!billing.ok) return billing
  const workspaces = await store.read('fleet.workspaces', account.id)
  if (!workspaces.ok) return workspaces
  const unlocked = await isUnlocked(context, account.id, operation)
  if (!unlocked.ok) return unlocked
  const alone = await isFirstAlone(context, account.id, operation, rows.length)
  if (!alone.ok) return alone
  const first = rows.filter(({ request }) => request === rows[0]?.request)
  const request = await describeRequest(context, {
    ...{ accountId: account.id, operation, workspaceId: first[0]?.workspaceId ?? '' },
    inputs: describedInputs(context, job, operation, first),
  })
  if (!request.ok) return request
  const names = new Map(workspaces.value.map(({ serviceId, name }) => [serviceId, name]))
  const readAtOf = ({ target }: NewJobRow) => targets.get(target?.serviceId ?? '')?.seenAt ?? null
  const isChanged = ({ target }: NewJobRow) => target !== null && changed.has(target.serviceId)
  const isOld = (row: NewJobRow) => {
    const readAt = readAtOf(row)
    return readAt !== null && isStale(readAt, clock.now())
  }
  const shown = previewed(rows, MOST_PREVIEWED, { isChanged, isOld })
  const held = operation === 'domains.remove' ? await readMailboxes(context, account, shown) : ok(null)
  if (!held.ok) return held
  const { effect } = operationOf(operation)
  return ok({
    ...{ id: job.id, accountId: account.id, accountName: account.name, operation },
    rows: shown.map((row) => ({
      ...{ id: row.id, request: row.request, workspaceId: row.workspaceId, target: row.target },
      ...{ inputs: row.inputs, before: row.before },
      workspaceName: names.get(row.workspaceId) ?? null,
      readAt: readAtOf(row),
      isChanged: isChanged(row),
      ...(held.value === null ? {} : { mailboxes: held.value.get(row.target?.serviceId ?? '') ?? null }),
    })),
    count: rows.length,
    requests: new Set(rows.map((row) => row.request)).size,
    stale: rows.filter(isOld).length,
    ...{ lost, unnamed },
    changed: rows.filter(isChanged).length,
    request: request.value,
    price: priceOf(rows),
    isSpending: effect === 'spends' || effect === 'link',
    wallet: billing.value.find(({ accountId }) => accountId === account.id)?.wallet ?? null,
    isFinal: isFinal(operation),
    isLocked: !unlocked.value,
    isFirstAlone: alone.value,
    confirmation: confirmationOf(
      operation,
      rows.map(({ target }) => target),
    ),
    lapsesAt: job.plannedAt + PLAN_LASTS_MS,
  })
}

/** How many mailboxes the domains of rows have as far as that is known, by the ids of the service. */
async function readMailboxes(
  { store }: Context,
  { id }: LitemailAccount,
  rows: readonly NewJobRow[],
): Promise<Result<ReadonlyMap<string, number | null>, AppError>> {
  const serviceIds = rows.flatMap(({ target }) => target?.serviceId ?? [])
  const counted = await inPieces(serviceIds, (some) =>
    store.read('targets.mailboxes', { accountId: id, serviceIds: some }),
  )
  if (!counted.ok) return counted
  return ok(new Map(counted.value.map(({ serviceId, mailboxes }) => [serviceId, mailboxes])))
}

/** What the requests themselves name, in dollars; null where one of them names nothing. */
function priceOf(rows: readonly NewJobRow[]): number | null {
  const cents = rows.map(({ inputs: { amount } }) => (typeof amount === 'number' ? amount * 100 : Number.NaN))
  const sum = cents.reduce((all, one) => all + one, 0)
  return Number.isNaN(sum) ? null : Math.round(sum) / 100
}

/** With its secrets, which the description hides under their names. */
const describedInputs = (
  { jobs }: Context,
  job: Job,
  operation: WritingId,
  rows: readonly NewJobRow[],
): FilledInputs =>
  // Rows of several are described by what their request says of all of them; a table's are no form's.
  ({
    ...requestInputs(
      operation,
      rows.map(({ inputs }) => inputs),
    ),
    ...jobs.secrets.get(job.id),
  }) as FilledInputs
