import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import type { Job, ValuesBefore } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId, type WritingId, writingOf } from '../../../shared/litemail/writing'
import type { FilledInputs } from '../../../shared/operationAnswer'
import type { Plan, PlanWish, RowsWish } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import { numberRequests, requestInputs } from '../../rules/jobRequests'
import { idIn, judgePlannedRows, secretsIn } from '../../rules/plannedRows'
import { takeTurns } from '../../rules/turn'
import type { NewJob, NewJobRow } from '../../store/jobPlanning'
import type { FoundTarget } from '../../store/targets'
import { operationRequest } from '../../upstream/litemail/requests'
import { type AskedMap, mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { describePlan } from './describePlan'
import { isOfRecords, readRecordsAgain } from './freshRecords'
import { type FreshTargets, findFresh } from './freshTargets'
import { ROWS_A_PIECE, readJobRows } from './inPieces'
import { judgeRecords } from './judgeRecords'
import { nameRows } from './nameRows'
import { forgetLapsed, holdSecrets } from './running'
import { isFirstAlone } from './unlockOperation'

/**
 * Resolves what is to be written into explicit rows, reads again what is known of them where that is old, writes it down as a
 * plan, and answers what would be sent. Nothing is sent that changes anything. `invalid-input` names the row and the input
 * that cannot be sent so, as `rows.3.inputs.email: missing`. `retryOf`: the rows that its rows try again, in their order.
 */
export async function planOperation(
  context: Context,
  asked: PlanWish,
  retryOf: readonly string[] = [],
): Promise<Result<Plan, AppError>> {
  const wish = await nameRows(context, asked)
  return wish.ok ? planRows(context, wish.value, retryOf) : wish
}

async function planRows(
  context: Context,
  wish: RowsWish,
  retryOf: readonly string[],
): Promise<Result<Plan, AppError>> {
  const { operation } = wish
  if (!isWritingId(operation)) return err({ kind: 'not-found', what: 'operation' })
  await forgetLapsed(context)
  const account = await findLitemailAccount(context, wish.accountId)
  if (!account.ok) return account
  const asked = await mapOf(context, wish.accountId, operationOf(operation))
  if (!asked.ok) return asked
  const fresh = await findTargets(context, account.value, operation, wish)
  if (!fresh.ok) return fresh
  const ofRecords = await judgeRecords(context, account.value, operation, wish)
  if (!ofRecords.ok) return ofRecords
  const secrets = secretsIn(operation, wish.rows[0]?.inputs ?? {})
  const issues = [
    ...(await judgeRows(operation, wish, asked.value, fresh.value, secrets)),
    ...ofRecords.value,
  ]
  if (issues.length > 0) return err({ kind: 'invalid-input', issues })
  const isAlone = await isFirstAlone(context, wish.accountId, operation, wish.rows.length)
  if (!isAlone.ok) return isAlone
  const rows = await rowsOf(operation, wish, fresh.value.byId, isAlone.value, retryOf)
  const unsendable = await judgeRequests(account.value, operation, asked.value, rows, secrets)
  if (unsendable.length > 0) return err({ kind: 'invalid-input', issues: unsendable })
  const changed = await findChanged(context, wish, rows, fresh.value)
  if (!changed.ok) return changed
  const planned = await writePlan(context, {
    ...{ id: randomUUID(), requestId: wish.requestId, accountId: wish.accountId, operation, rows },
    keyGeneration: account.value.keyGeneration,
    ...{ askedSince: asked.value.changedAt, hasUnwrittenInputs: Object.keys(secrets).length > 0 },
    plannedAt: context.clock.now(),
  })
  if (!planned.ok) return planned
  const { job, isNew } = planned.value
  if (isNew && job.hasUnwrittenInputs) holdSecrets(context, job.id, secrets)
  return describePlan(context, {
    ...{ account: account.value, job, operation, rows: planned.value.rows },
    ...{ targets: fresh.value.byId, changed: changed.value },
    ...{ lost: wish.lost, unnamed: wish.unnamed },
  })
}

/** Writes a plan down, piece by piece. What arrives once more is the plan that it was, as long as it is whole. */
async function writePlan(
  context: Context,
  { rows, ...plan }: NewJob,
): Promise<Result<{ job: Job; isNew: boolean; rows: readonly NewJobRow[] }, AppError>> {
  const { store } = context
  const first = await store.write('jobs.plan', { ...plan, rows: rows.slice(0, ROWS_A_PIECE) })
  if (!first.ok) return first
  const { job, isNew } = first.value
  if (!isNew) {
    const written = await readJobRows(context, job.id)
    if (!written.ok) return written
    if (written.value.length !== rows.length) return err({ kind: 'plan', why: 'rows-changed' })
    return ok({ job, isNew, rows: written.value })
  }
  for (let from = ROWS_A_PIECE; from < rows.length; from += ROWS_A_PIECE) {
    const some = { id: job.id, from, rows: rows.slice(from, from + ROWS_A_PIECE) }
    const added = await store.write('jobs.planMore', some)
    if (added.ok) continue
    await store.write('jobs.forgetPlans', { id: job.id, at: context.clock.now() })
    return added
  }
  return ok({ job, isNew, rows })
}

const withoutSecrets = (operation: WritingId, inputs: FilledInputs): FilledInputs => {
  const secrets = secretsIn(operation, inputs)
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !Object.hasOwn(secrets, name)))
}

async function findTargets(
  context: Context,
  account: LitemailAccount,
  operation: WritingId,
  { rows }: RowsWish,
): Promise<Result<FreshTargets, AppError>> {
  const { about } = writingOf(operation)
  if (about === null) return ok({ byId: new Map(), gone: new Set(), changed: new Set() })
  const serviceIds = [...new Set(rows.flatMap(({ inputs }) => idIn(operation, inputs) ?? []))]
  const readRecords = isOfRecords(operation)
    ? (since: number) => readRecordsAgain(context, account, rows, since)
    : null
  return findFresh(context, account, about.noun, serviceIds, readRecords)
}

async function judgeRows(
  operation: WritingId,
  { rows }: RowsWish,
  { map }: AskedMap,
  { byId, gone }: FreshTargets,
  secrets: FilledInputs,
): Promise<string[]> {
  const judge = judgePlannedRows(operation, map, secrets, (id) => byId.get(id)?.workspaceId)
  const pause = takeTurns()
  const issues: string[] = []
  for (const [place, row] of rows.entries()) {
    await pause()
    issues.push(...judge(row, place))
    if (gone.has(idIn(operation, row.inputs) ?? '')) issues.push(`rows.${place}: gone`)
  }
  return issues
}

/** What stands against requests as a whole, each by the place of its first row: an id that no path can carry, say. */
async function judgeRequests(
  account: LitemailAccount,
  operation: WritingId,
  { map }: AskedMap,
  rows: readonly NewJobRow[],
  secrets: FilledInputs,
): Promise<string[]> {
  const together = new Map<number, { place: number; rows: NewJobRow[] }>()
  for (const [place, row] of rows.entries()) {
    const request = together.get(row.request)
    if (request === undefined) together.set(row.request, { place, rows: [row] })
    else request.rows.push(row)
  }
  const issues: string[] = []
  const pause = takeTurns()
  for (const { place, rows: mine } of together.values()) {
    await pause()
    const inputs = {
      ...requestInputs(
        operation,
        mine.map((row) => row.inputs),
      ),
      ...secrets,
    }
    const wish = { inputs, workspaceId: mine[0]?.workspaceId ?? '', timeoutMs: 0 }
    const request = operationRequest(account, operation, wish, map)
    if (!request.ok) issues.push(...request.error.issues.map((issue) => `rows.${place}.${issue}`))
  }
  return issues
}

/** Which rows are not as the list, or the plan that this one takes the place of, showed them. */
async function findChanged(
  context: Context,
  { replaces }: RowsWish,
  rows: readonly NewJobRow[],
  { changed }: FreshTargets,
): Promise<Result<ReadonlySet<string>, AppError>> {
  if (replaces === undefined) return ok(changed)
  const shown = await readJobRows(context, replaces)
  if (!shown.ok) return shown
  const before = new Map(shown.value.map((row) => [row.target?.serviceId, row]))
  const others = rows.flatMap((row) => {
    const earlier = before.get(row.target?.serviceId)
    if (row.target === null || earlier === undefined) return []
    const isSame =
      earlier.workspaceId === row.workspaceId && JSON.stringify(earlier.before) === JSON.stringify(row.before)
    return isSame ? [] : [row.target.serviceId]
  })
  return ok(new Set([...changed, ...others]))
}

async function rowsOf(
  operation: WritingId,
  wish: RowsWish,
  targets: ReadonlyMap<string, FoundTarget>,
  isAlone: boolean,
  retryOf: readonly string[],
): Promise<NewJobRow[]> {
  const { about } = writingOf(operation)
  const numberOf = numberRequests(operation)
  const pause = takeTurns()
  const rows: NewJobRow[] = []
  for (const [place, { workspaceId, inputs }] of wish.rows.entries()) {
    await pause()
    const row = { workspaceId, inputs: withoutSecrets(operation, inputs) }
    const request = !isAlone ? numberOf(row) : place === 0 ? 0 : numberOf(row) + 1
    const id = idIn(operation, inputs)
    const known = id === null ? undefined : targets.get(id)
    const target =
      about === null || id === null
        ? null
        : { noun: about.noun, serviceId: id, name: known?.name.trim() || id }
    const source = retryOf[place]
    rows.push({
      ...{ id: randomUUID(), request, ...row, target, before: beforeOf(operation, known) },
      ...(source === undefined ? {} : { retryOf: source }),
    })
  }
  return rows
}

/** What stands there now of what it changes, {} where that is nothing that lists show; null: it is not listed. */
function beforeOf(operation: WritingId, known: FoundTarget | undefined): ValuesBefore | null {
  if (known === undefined) return null
  const facts = Object.keys(writingOf(operation).touches)
  return Object.fromEntries(facts.map((fact) => [fact, known.values[fact] ?? null]))
}
