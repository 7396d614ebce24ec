import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import { type Job, type JobRow, PLAN_LASTS_MS, type ValuesBefore } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import { isFinal, isGrave, isWritingId, type WritingId, writingOf } from '../../../shared/litemail/writing'
import type { FilledInputs } from '../../../shared/operationAnswer'
import { MOST_PREVIEWED, type Plan, type PlanWish, type RowsWish } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import { confirmationOf } from '../../rules/confirmation'
import { numberRequests, requestInputs } from '../../rules/jobRequests'
import { judgeFilled } from '../../rules/operationInputs'
import type { NewJobRow } from '../../store/jobPlanning'
import type { FoundTarget } from '../../store/targets'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { describeRequest } from '../operations/describeRequest'
import { nameRows } from './nameRows'
import { isUnlocked } from './unlockOperation'

type Targets = ReadonlyMap<string, FoundTarget>

/**
 * Resolves what is to be written into explicit rows, writes it down as a plan, and answers what would be sent. Nothing is sent.
 * `invalid-input` names the row and the input that cannot be sent so, as `rows.3.inputs.email: missing`.
 */
export async function planOperation(context: Context, asked: PlanWish): Promise<Result<Plan, AppError>> {
  const wish = await nameRows(context, asked)
  return wish.ok ? planRows(context, wish.value) : wish
}

async function planRows(context: Context, wish: RowsWish): Promise<Result<Plan, AppError>> {
  const { operation } = wish
  if (!isWritingId(operation)) return err({ kind: 'not-found', what: 'operation' })
  const account = await findLitemailAccount(context, wish.accountId)
  if (!account.ok) return account
  const asked = await mapOf(context, wish.accountId, operationOf(operation))
  if (!asked.ok) return asked
  const targets = await findTargets(context, operation, wish)
  if (!targets.ok) return targets
  const secrets = secretsOf(operation, wish.rows[0]?.inputs ?? {})
  const issues = judgeRows(operation, wish, targets.value)
  if (issues.length > 0) return err({ kind: 'invalid-input', issues })
  const isAlone = await isFirstAlone(context, account.value, operation, wish.rows.length)
  if (!isAlone.ok) return isAlone
  const rows = rowsOf(operation, wish, targets.value, isAlone.value)
  const planned = await context.store.write('jobs.plan', {
    ...{ id: randomUUID(), requestId: wish.requestId, accountId: wish.accountId, operation, rows },
    keyGeneration: account.value.keyGeneration,
    askedSince: asked.value.changedAt,
    plannedAt: context.clock.now(),
  })
  if (!planned.ok) return planned
  const { job } = planned.value
  if (Object.keys(secrets).length > 0) context.jobs.secrets.set(job.id, secrets)
  return describePlan(context, account.value, job, operation)
}

/** Where a guess that spends or destroys has never worked here, its first row goes alone. */
async function isFirstAlone(
  context: Context,
  { id: accountId }: LitemailAccount,
  operation: WritingId,
  count: number,
): Promise<Result<boolean, AppError>> {
  if (!isGrave(operation) || operationOf(operation).evidence === 'documented' || count === 1) return ok(false)
  const answer = await context.store.read('operations.answer', { accountId, operation })
  return answer.ok ? ok(typeof answer.value?.workedAt !== 'number') : answer
}

const secretsOf = (operation: WritingId, inputs: FilledInputs): FilledInputs =>
  Object.fromEntries(
    operationOf(operation).input.flatMap(({ name, type }) => {
      const value = inputs[name]
      return type === 'secret' && value !== undefined ? [[name, value]] : []
    }),
  )

const withoutSecrets = (operation: WritingId, inputs: FilledInputs): FilledInputs => {
  const secrets = secretsOf(operation, inputs)
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !Object.hasOwn(secrets, name)))
}

/** The id of the service that a row names; null: it is about nothing that there is. */
function idIn(operation: WritingId, inputs: FilledInputs): string | null {
  const { about } = writingOf(operation)
  const value = about === null ? undefined : inputs[about.input]
  const one = Array.isArray(value) ? value[0] : value
  return one === undefined ? null : String(one)
}

async function findTargets(
  context: Context,
  operation: WritingId,
  { accountId, rows }: RowsWish,
): Promise<Result<Targets, AppError>> {
  const { about } = writingOf(operation)
  if (about === null) return ok(new Map())
  const serviceIds = rows.flatMap(({ inputs }) => idIn(operation, inputs) ?? [])
  const found = await context.store.read('targets.find', { accountId, noun: about.noun, serviceIds })
  return found.ok ? ok(new Map(found.value.map((target) => [target.serviceId, target]))) : found
}

/** What stands against rows, each by its place; names and rules only, never values. */
function judgeRows(operation: WritingId, { rows }: RowsWish, targets: Targets): string[] {
  const seen = new Set<string>()
  const { about, many } = writingOf(operation)
  return rows.flatMap(({ workspaceId, inputs }, place) => {
    const id = idIn(operation, inputs)
    const issues = judgeFilled(operationOf(operation), requestInputsOf(operation, inputs)).map(
      (issue) => `rows.${place}.${issue}`,
    )
    const value = many === null ? undefined : inputs[many]
    if (Array.isArray(value) && value.length !== 1) issues.push(`rows.${place}.inputs.${many}: one`)
    // Every call about a row carries the workspace that the row was read with.
    const known = id === null ? undefined : targets.get(id)
    if (known !== undefined && about !== null && known.workspaceId !== workspaceId) {
      issues.push(`rows.${place}.workspaceId: other`)
    }
    const same = JSON.stringify([workspaceId, Object.entries(inputs).sort()])
    if (seen.has(same)) issues.push(`rows.${place}: twice`)
    seen.add(same)
    return issues
  })
}

/** As `judgeFilled` reads them: those of a row of several are judged where the request is made. */
const requestInputsOf = (operation: WritingId, inputs: FilledInputs): FilledInputs => {
  const { many } = writingOf(operation)
  const isTable = operationOf(operation).input.some(({ name, type }) => name === many && type === 'rows')
  if (!isTable) return inputs
  const own = Object.entries(inputs).filter(([name]) => !name.startsWith(`${many}.`))
  return Object.fromEntries(own)
}

function rowsOf(operation: WritingId, { rows }: RowsWish, targets: Targets, isAlone: boolean): NewJobRow[] {
  const plain = rows.map(({ workspaceId, inputs }) => ({
    workspaceId,
    inputs: withoutSecrets(operation, inputs),
  }))
  const requests = isAlone
    ? [0, ...numberRequests(operation, plain.slice(1)).map((request) => request + 1)]
    : numberRequests(operation, plain)
  return plain.map((row, place) => {
    const id = idIn(operation, row.inputs)
    const known = id === null ? undefined : targets.get(id)
    const { about } = writingOf(operation)
    const target =
      about === null || id === null ? null : { noun: about.noun, serviceId: id, name: known?.name ?? id }
    return {
      id: randomUUID(),
      request: requests[place] ?? 0,
      ...row,
      target,
      before: beforeOf(operation, known),
    }
  })
}

/** What stands there now of what it changes; null: not known. */
function beforeOf(operation: WritingId, known: FoundTarget | undefined): ValuesBefore | null {
  const facts = Object.keys(writingOf(operation).touches)
  if (known === undefined || facts.length === 0) return null
  return Object.fromEntries(facts.map((fact) => [fact, known.values[fact] ?? null]))
}

/** A plan as its user is shown it. */
export async function describePlan(
  context: Context,
  account: LitemailAccount,
  job: Job,
  operation: WritingId,
): Promise<Result<Plan, AppError>> {
  const { store } = context
  const rows = await store.read('jobs.rows', { jobId: job.id, offset: 0, limit: Number.MAX_SAFE_INTEGER })
  if (!rows.ok) return rows
  const billing = await store.read('billing.get', context.clock.now())
  if (!billing.ok) return billing
  const workspaces = await store.read('fleet.workspaces', account.id)
  if (!workspaces.ok) return workspaces
  const targets = await findTargets(context, operation, { ...job, rows: rows.value })
  if (!targets.ok) return targets
  const unlocked = await isUnlocked(context, account.id, operation)
  if (!unlocked.ok) return unlocked
  const first = rows.value.filter(({ request }) => request === rows.value[0]?.request)
  const request = await describeRequest(context, {
    ...{ accountId: account.id, operation, workspaceId: first[0]?.workspaceId ?? '' },
    inputs: describedInputs(context, job, operation, first),
  })
  if (!request.ok) return request
  const names = new Map(workspaces.value.map(({ serviceId, name }) => [serviceId, name]))
  const { effect, evidence } = operationOf(operation)
  const amount = first[0]?.inputs.amount
  const isFirstAlone =
    rows.value.length > 1 && first.length === 1 && isGrave(operation) && evidence !== 'documented'
  return ok({
    ...{ id: job.id, accountId: account.id, accountName: account.name, operation },
    rows: rows.value.slice(0, MOST_PREVIEWED).map((row) => ({
      ...{ id: row.id, request: row.request, workspaceId: row.workspaceId, target: row.target },
      ...{ inputs: row.inputs, before: row.before },
      workspaceName: names.get(row.workspaceId) ?? null,
      readAt: targets.value.get(row.target?.serviceId ?? '')?.seenAt ?? null,
    })),
    count: rows.value.length,
    requests: new Set(rows.value.map((row) => row.request)).size,
    request: request.value,
    price: typeof amount === 'number' ? amount : null,
    isSpending: effect === 'spends' || effect === 'link',
    wallet: billing.value.find(({ accountId }) => accountId === account.id)?.wallet ?? null,
    isFinal: isFinal(operation),
    isLocked: !unlocked.value,
    isFirstAlone,
    confirmation: confirmationOf(
      operation,
      rows.value.map(({ target }) => target),
    ),
    lapsesAt: job.plannedAt + PLAN_LASTS_MS,
  })
}

/** With its secrets, which the description hides under their names. */
const describedInputs = (
  { jobs }: Context,
  job: Job,
  operation: WritingId,
  rows: readonly JobRow[],
): FilledInputs =>
  // Rows of several are described by what their request says of all of them.
  ({
    ...requestInputs(
      operation,
      rows.map(({ inputs }) => inputs),
    ),
    ...jobs.secrets.get(job.id),
  }) as FilledInputs
