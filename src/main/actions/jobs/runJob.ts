import type { AppError } from '../../../shared/errors'
import type { Job, JobRow } from '../../../shared/job'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId, type WritingId } from '../../../shared/litemail/writing'
import { judgeRows, type RowVerdict } from '../../rules/bulkAnswer'
import { restAfter } from '../../rules/jobEnd'
import type { Outcome } from '../../rules/outcome'
import type { JobSettlement, RequestStart } from '../../store/jobSending'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readOperation } from '../litemail/readOperation'
import { prepareRequest } from './prepareRequest'

/** A request that was refused for haste is sent again so often. */
const MOST_REPEATS = 4
/** And after so long, where the service does not say how long, in milliseconds; doubled each time. */
const BACK_OFF_MS = 2_000
const CHECK_MS = 30_000

/**
 * Sends what is left of a job that its user has begun, one request after another, until nothing is left or something stands
 * against the rest; in the background. Where it runs already, that run goes on.
 */
export function startJob(context: Context, job: Job): void {
  const { running } = context.jobs
  if (running.has(job.id)) return
  let isStopped = false
  const ended = sendAll(context, job, () => isStopped)
    .catch(context.jobs.onFault)
    .finally(() => {
      running.delete(job.id)
      context.tellChanged(['jobs'])
    })
  running.set(job.id, { ended, stop: () => (isStopped = true) })
}

async function sendAll(context: Context, { id, operation }: Job, isStopped: () => boolean): Promise<void> {
  if (!isWritingId(operation)) return
  for (let unanswered = 0; ; ) {
    if (isStopped() || context.line.isClosed) return
    const next = await context.store.read('jobs.next', id)
    if (!next.ok || next.value === null) return
    const sent = await sendRequest(context, id, operation, next.value, isStopped)
    if (sent === null) return
    const { outcome, rows } = sent
    const problem = restAfter({
      outcome,
      rows: rows.length,
      unanswered,
      effect: operationOf(operation).effect,
    })
    unanswered = outcome.kind === 'unconfirmed' ? unanswered + 1 : 0
    if (problem === null) continue
    await context.store.write('jobs.rest', { id, rest: { why: 'problem', problem } })
    return
  }
}

interface Sent {
  readonly outcome: Outcome<unknown>
  readonly rows: readonly JobRow[]
}

/** Sends one request, again where that came too soon, and writes down what came of it. Null: nothing of it is to be sent. */
async function sendRequest(
  context: Context,
  jobId: string,
  operation: WritingId,
  request: number,
  isStopped: () => boolean,
): Promise<Sent | null> {
  for (let repeats = 0; ; repeats += 1) {
    const sent = await sendOnce(context, jobId, operation, request)
    if (sent === null || sent.outcome.kind !== 'refused') return sent
    const { error } = sent.outcome
    if (error.kind !== 'rate-limited' || error.by !== 'service' || repeats === MOST_REPEATS) return sent
    const backOffMs = BACK_OFF_MS * 2 ** repeats
    await context.clock.sleep(Math.max(backOffMs, (error.until ?? 0) - context.clock.now()))
    if (isStopped() || context.line.isClosed) return null
  }
}

async function sendOnce(
  context: Context,
  jobId: string,
  operation: WritingId,
  request: number,
): Promise<Sent | null> {
  const { store, clock } = context
  const job = await store.read('jobs.get', jobId)
  const rows = await store.read('jobs.request', { jobId, request })
  if (!job.ok || !rows.ok || job.value === null) return null
  const account = await findLitemailAccount(context, job.value.accountId)
  if (!account.ok) return drop(account.error, rows.value)
  const ready = await prepareRequest(context, account.value, job.value, operation, rows.value)
  if (!ready.ok) return drop(ready.error, rows.value)
  const { keyGeneration } = account.value
  const started = await store.write('jobs.startSending', { jobId, request, at: clock.now(), keyGeneration })
  if (!started.ok || !started.value.started) ready.value.giveBack()
  if (!started.ok) return drop(started.error, rows.value)
  if (!started.value.started) return refuseToStart(started.value, rows.value)
  const exchange = await ready.value.send()
  const answered = ready.value.decide(exchange)
  if (answered.kind === 'dropped') ready.value.giveBack()
  const outcome = await withKeyChecked(context, job.value, operation, answered)
  const settled = await store.write('jobs.settle', settlementsOf(operation, rows.value, outcome, clock.now()))
  // What the service did cannot be written down: the rows stay `sending`, which the next start reads as unconfirmed.
  if (!settled.ok) return { outcome: { kind: 'unconfirmed', error: settled.error }, rows: rows.value }
  return { outcome, rows: rows.value }
}

/** It never left, and its rows stay as they are: what stands against it stands against the job. */
const drop = (error: AppError, rows: readonly JobRow[]): Sent => ({
  outcome: { kind: 'dropped', error },
  rows,
})

/** Null: they are under way, have ended, or wait for their user. */
function refuseToStart(
  { why }: Extract<RequestStart, { started: false }>,
  rows: readonly JobRow[],
): Sent | null {
  if (why === 'account-removed') return drop({ kind: 'not-found', what: 'account' }, rows)
  if (why === 'key-replaced') return drop({ kind: 'key-replaced' }, rows)
  return why === 'path-changed' ? drop({ kind: 'invalid-input', issues: ['map: changed'] }, rows) : null
}

/** A 401 may be about the key or about this operation alone: `users.get` knows. */
async function withKeyChecked(
  context: Context,
  { accountId }: Job,
  operation: WritingId,
  outcome: Outcome<unknown>,
): Promise<Outcome<unknown>> {
  if (outcome.kind !== 'refused' || outcome.error.kind !== 'unauthorized') return outcome
  const account = await findLitemailAccount(context, accountId)
  if (!account.ok) return outcome
  const wish = { pace: 'click', waitMs: CHECK_MS, timeoutMs: CHECK_MS } as const
  const user = await readOperation(context, account.value, 'users.get', wish)
  const { message } = outcome.error
  return user.ok
    ? { kind: 'refused', error: { kind: 'operation-unauthorized', operation, message } }
    : outcome
}

/** What came of each row. Accepted is not seen: `done` by the answer until a read confirms it. */
function settlementsOf(
  operation: WritingId,
  rows: readonly JobRow[],
  outcome: Outcome<unknown>,
  at: number,
): { id: string; settlement: JobSettlement }[] {
  if (outcome.kind !== 'done') {
    return rows.map(({ id }) => ({ id, settlement: { state: outcome.kind, at, problem: outcome.error } }))
  }
  const named = rows.map(({ target, inputs }) => ({
    names: [target?.serviceId, target?.name, ...Object.values(inputs).flat().map(String)].filter(
      (name) => name !== undefined,
    ),
  }))
  const verdicts = judgeRows(outcome.value, named)
  return rows.map(({ id }, index) => ({
    id,
    settlement: settlementOf(operation, verdicts[index] ?? { kind: 'done' }, at),
  }))
}

function settlementOf(operation: WritingId, verdict: RowVerdict, at: number): JobSettlement {
  switch (verdict.kind) {
    case 'done':
      return { state: 'done', at, evidence: 'answer' }
    case 'refused':
      return {
        ...{ state: 'refused', at },
        problem: { kind: 'rejected', operation, status: 200, message: verdict.message, remarks: [] },
      }
    case 'unclear':
      // It says that it failed at some rows, and not at which.
      return {
        ...{ state: 'unconfirmed', at },
        problem: { kind: 'bad-response', operation, place: '', problem: 'shape', status: 200 },
      }
    default:
      return verdict satisfies never
  }
}
