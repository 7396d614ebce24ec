import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import type { Job, JobRest, JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { operationOf } from '../../../shared/litemail/operations'
import { isGrave, isWritingId, type WritingId } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import { restAfter } from '../../rules/jobEnd'
import type { Outcome } from '../../rules/outcome'
import { isSentAgain, type JobSettlement, type RequestStart } from '../../store/jobSending'
import type { Witness } from '../../store/watching'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { checkRefusal } from './checkRefusal'
import { leaveJob } from './leaveJob'
import { prepareRequest } from './prepareRequest'
import { settlementsOf } from './rowEndings'
import { isFirstAlone } from './unlockOperation'
import { inTurn, isNamedInBody, judgeLeft, judgeOther, seeOther } from './watchOthers'

/** A request that was refused for haste is sent again so often. */
const MOST_REPEATS = 4
/** And after so long, where the service does not say how long, in milliseconds; doubled each time. */
const BACK_OFF_MS = 2_000
/** Who has to wait longer is told so, and goes on by hand. */
const LONGEST_BACK_OFF_MS = 5 * 60_000

/**
 * Sends what is left of a job that its user has begun, one request after another, until nothing is left or something stands
 * against the rest; in the background. Where it runs already, that run goes on.
 */
export function startJob(context: Context, job: Job): void {
  const { running, unwritten } = context.jobs
  if (running.has(job.id)) return
  unwritten.delete(job.id)
  let isStopped = false
  let isGivenUp = false
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = () => {
      isStopped = true
      resolve()
    }
  })
  const run = { isOver: () => isStopped || context.line.isClosed, stopped }
  let rest: JobRest | null = null
  const ended = inTurn(context, job, stopped, async () => {
    rest = await sendAll(context, job, run)
  })
    .catch((cause: unknown) => {
      const ref = randomUUID().slice(0, 8)
      context.jobs.onFault(new Error(`a job broke off (${ref})`, { cause }))
      rest = { why: 'problem', problem: { kind: 'internal', ref } }
    })
    .then(() => leaveJob(context, job.id, rest, { isGivenUp, isPaused: run.isOver() }))
    .catch(context.jobs.onFault)
    .finally(() => {
      running.delete(job.id)
      context.tellChanged(['jobs'])
      context.jobs.onEnd?.(job)
    })
  const giveUp = () => {
    isGivenUp = true
    stop()
  }
  running.set(job.id, { ended, stop, giveUp })
}

/** One going on of a job, until its user or the end of Mailroom stops it. */
interface Run {
  readonly isOver: () => boolean
  /** Resolves when it is stopped. */
  readonly stopped: Promise<void>
}

/** Answers why nothing more of it is sent; null: nothing is left, or it was stopped. */
async function sendAll(context: Context, { id, operation }: Job, run: Run): Promise<JobRest | null> {
  if (!isWritingId(operation)) return null
  for (let unanswered = 0; ; ) {
    if (run.isOver()) return null
    const next = await context.store.read('jobs.next', id)
    if (!next.ok) return { why: 'problem', problem: next.error }
    if (next.value === null) {
      // Secrets do not outlive their job.
      context.jobs.secrets.delete(id)
      return null
    }
    const isTrial = await isTrialOf(context, id, operation, next.value)
    const sent = isTrial.ok
      ? await sendRequest(context, id, operation, next.value, run)
      : drop(isTrial.error, [])
    if (sent === null) return null
    const rest = restOf(operation, sent, unanswered, isTrial.ok && isTrial.value)
    unanswered = sent.outcome.kind === 'unconfirmed' ? unanswered + 1 : 0
    if (rest !== null) return rest
  }
}

/** Whether this request is the first row of a guess that spends or destroys and has never worked here: it goes alone. */
async function isTrialOf(
  context: Context,
  jobId: string,
  operation: WritingId,
  request: number,
): Promise<Result<boolean, AppError>> {
  if (request !== 0 || !isGrave(operation)) return ok(false)
  const job = await context.store.read('jobs.get', jobId)
  if (!job.ok) return job
  const counts = await context.store.read('jobs.counts', jobId)
  if (!counts.ok) return counts
  const rows = Object.values(counts.value).reduce((sum, count) => sum + count, 0)
  return isFirstAlone(context, job.value?.accountId ?? '', operation, rows)
}

interface Sent {
  readonly outcome: Outcome<unknown>
  readonly rows: readonly JobRow[]
  /** What was written down of each row. */
  readonly settlements: readonly JobSettlement[]
  /** What was found behind the request, and stands against the rest. */
  readonly found: AppError | null
}

/** Why nothing more is sent behind a request; null: it goes on. */
function restOf(operation: WritingId, sent: Sent, unanswered: number, isTrial: boolean): JobRest | null {
  if (sent.found !== null) return { why: 'problem', problem: sent.found }
  const { effect } = operationOf(operation)
  const problems = sent.settlements.flatMap((one) => (one.state === 'done' ? [] : [one]))
  // What does not say what became of its rows is as one that was not answered.
  const unclear = problems.find(({ state }) => state === 'unconfirmed')
  const outcome: Outcome<unknown> =
    sent.outcome.kind === 'done' && unclear !== undefined && effect === 'spends'
      ? { kind: 'unconfirmed', error: unclear.problem }
      : sent.outcome
  const problem = restAfter({ outcome, rows: sent.rows.length, unanswered, effect })
  const isLeft = outcome.kind === 'dropped' || (outcome.kind === 'refused' && isSentAgain(outcome.error))
  if (isTrial && sent.rows.length === 1 && !isLeft)
    return { why: 'first-row', problem: problems[0]?.problem ?? null }
  return problem === null ? null : { why: 'problem', problem }
}

/** Sends one request, again where that came too soon, and writes down what came of it. Null: nothing of it is to be sent. */
async function sendRequest(
  context: Context,
  jobId: string,
  operation: WritingId,
  request: number,
  { isOver, stopped }: Run,
): Promise<Sent | null> {
  for (let repeats = 0; ; repeats += 1) {
    const sent = await sendOnce(context, jobId, operation, request, isOver)
    if (sent === null || sent.outcome.kind === 'done' || repeats === MOST_REPEATS) return sent
    const { error } = sent.outcome
    if (error.kind !== 'rate-limited') return sent
    const waitMs = Math.max(BACK_OFF_MS * 2 ** repeats, (error.until ?? 0) - context.clock.now())
    if (waitMs > LONGEST_BACK_OFF_MS) return sent
    await Promise.race([context.clock.sleep(waitMs), stopped])
    if (isOver()) return null
  }
}

async function sendOnce(
  context: Context,
  jobId: string,
  operation: WritingId,
  request: number,
  isOver: () => boolean,
): Promise<Sent | null> {
  const { store, clock } = context
  const job = await store.read('jobs.get', jobId)
  const rows = await store.read('jobs.request', { jobId, request })
  if (!job.ok) return drop(job.error, [])
  if (!rows.ok) return drop(rows.error, [])
  if (job.value === null) return null
  const account = await findLitemailAccount(context, job.value.accountId)
  if (!account.ok) return drop(account.error, rows.value)
  const others = await lookAtOthers(context, account.value, job.value, operation, rows.value)
  if (!others.ok) return drop(others.error, rows.value)
  const ready = await prepareRequest(context, account.value, job.value, operation, rows.value)
  if (!ready.ok) return drop(ready.error, rows.value)
  if (isOver()) {
    ready.value.giveBack()
    return null
  }
  const { keyGeneration, owner } = ready.value
  const started = await store.write('jobs.startSending', {
    ...{ jobId, request, at: clock.now(), keyGeneration, isOwnerUntold: owner === 'untold' },
    watching: others.value,
  })
  if (!started.ok || !started.value.started) ready.value.giveBack()
  if (!started.ok) return drop(started.error, rows.value)
  if (!started.value.started) return refuseToStart(started.value, rows.value)
  const exchange = await ready.value.send()
  const answered = ready.value.decide(exchange)
  if (answered.kind === 'dropped') ready.value.giveBack()
  const outcome = await checkRefusal(context, job.value, operation, answered)
  const endings = settlementsOf(operation, rows.value, outcome, clock.now(), ready.value.conceal)
  const settled = await store.write('jobs.settle', endings)
  // Before anything else is done that might fail.
  const found = await judgeOthers(context, account.value, job.value, outcome, others.value)
  // What the service did cannot be written down: the rows stay `sending`, which the next start reads as unconfirmed.
  if (!settled.ok) return { ...drop(settled.error, rows.value), found: found ?? settled.error }
  await ready.value.remember(exchange, outcome.kind === 'done' ? null : outcome.error)
  const settlements = endings.map(({ settlement }) => settlement)
  return { outcome, rows: rows.value, settlements, found }
}

/** What shows afterwards whether a removal took more than it named; null: where there is nothing to look at. */
async function lookAtOthers(
  context: Context,
  account: LitemailAccount,
  job: Job,
  operation: WritingId,
  rows: readonly JobRow[],
): Promise<Result<Witness | null, AppError>> {
  const asked = await mapOf(context, account.id, operationOf(operation))
  if (!asked.ok) return asked
  if (!isNamedInBody(operation, asked.value.map)) return ok(null)
  const left = await judgeLeft(context, job)
  return left.ok ? seeOther(context, account, job, operation, rows) : left
}

/** What stands against the rest behind a removal; null: nothing. */
async function judgeOthers(
  context: Context,
  account: LitemailAccount,
  { id: jobId, operation }: Job,
  outcome: Outcome<unknown>,
  witness: Witness | null,
): Promise<AppError | null> {
  if (witness === null || !isWritingId(operation)) return null
  if (outcome.kind !== 'dropped') return judgeOther(context, account, operation, { jobId, witness })
  // What never left has changed nothing.
  const watched = await context.store.write('jobs.watched', jobId)
  return watched.ok ? null : watched.error
}

/** It never left, and its rows stay as they are: what stands against it stands against the job. */
const drop = (error: AppError, rows: readonly JobRow[]): Sent => ({
  outcome: { kind: 'dropped', error },
  ...{ rows, settlements: [], found: null },
})

/** Null: its job waits for its user already, or is not there. */
function refuseToStart(
  { why }: Extract<RequestStart, { started: false }>,
  rows: readonly JobRow[],
): Sent | null {
  // One of them has ended, and the others are never sent with it: that is said, or the job would wait for nothing.
  if (why === 'state') return drop({ kind: 'plan', why: 'rows-changed' }, rows)
  if (why === 'account-removed') return drop({ kind: 'not-found', what: 'account' }, rows)
  if (why === 'key-replaced') return drop({ kind: 'key-replaced' }, rows)
  if (why === 'key-unchecked') return drop({ kind: 'unauthorized', message: null }, rows)
  if (why === 'locked') return drop({ kind: 'forbidden' }, rows)
  return why === 'path-changed' ? drop({ kind: 'plan', why }, rows) : null
}
