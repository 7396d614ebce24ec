import type { ApiMap } from '../../../shared/apiMap'
import type { AppError } from '../../../shared/errors'
import type { Job, JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { DomainFacts } from '../../../shared/litemail/facts'
import { operationOf } from '../../../shared/litemail/operations'
import { isWritingId, type WritingId, writingOf } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { Witness } from '../../store/watching'
import type { Inputs } from '../../upstream/mappedRequest'
import { mapOf } from '../apiPaths/mapOf'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readOperation } from '../litemail/readOperation'
import { isRowGone } from './readShown'

const WAIT_MS = 60_000
/** A row whose value cannot be seen shows nothing; so many are looked at for one that does. */
const MOST_LOOKED_AT = 3
/** A list is looked through so far, where rows cannot be asked for one by one. */
const MOST_PAGES = 5

/** Whether the rows of an operation are named in the body of a DELETE, which a service may not read. */
export const isNamedInBody = (operation: WritingId, { method, inputs }: ApiMap): boolean => {
  const { many } = writingOf(operation)
  return many !== null && method === 'DELETE' && inputs[many]?.place === 'body'
}

/**
 * For a removal whose ids travel in the body of a DELETE: reads a row of the same kind that it does not name, one that has
 * what is to be removed where there is any. Null: there is no other row in its workspace. Where none can be read, nothing
 * may be sent: `err`.
 */
export async function seeOther(
  context: Context,
  account: LitemailAccount,
  job: Job,
  operation: WritingId,
  rows: readonly JobRow[],
): Promise<Result<Witness | null, AppError>> {
  const [fact = ''] = Object.keys(writingOf(operation).touches)
  const workspaceId = rows[0]?.workspaceId ?? ''
  const candidates = await context.store.read('targets.others', {
    ...{ accountId: account.id, workspaceId, jobId: job.id, fact, limit: MOST_LOOKED_AT },
    request: rows[0]?.request ?? 0,
  })
  if (!candidates.ok) return candidates
  let blind: Witness | null = null
  for (const { serviceId } of candidates.value) {
    const facts = await readDomain(context, account, serviceId, workspaceId)
    // It went meanwhile: another one is there to be looked at.
    if (!facts.ok && isRowGone(facts.error, 'domain')) continue
    if (!facts.ok) return facts
    const witness = { id: serviceId, name: facts.value.name, workspaceId, seen: seenOf(facts.value) }
    if (hasValue(facts.value, fact)) return ok(witness)
    blind ??= witness
  }
  return ok(blind)
}

/**
 * Has removals of an account that are named in the body of a DELETE sent one job after another: what one of them takes that
 * it did not name is known before the next one leaves. All other jobs are sent at once. `stopped`: it waits no more.
 */
export async function inTurn(
  context: Context,
  { accountId, operation }: Job,
  stopped: Promise<void>,
  send: () => Promise<void>,
): Promise<void> {
  if (!isWritingId(operation)) return
  const asked = await mapOf(context, accountId, operationOf(operation))
  // Where that cannot be read, nothing is sent either; which is said there.
  if (!asked.ok || !isNamedInBody(operation, asked.value.map)) return send()
  const { removals } = context.jobs
  const before = removals.get(accountId) ?? Promise.resolve()
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const last = before.then(() => ended)
  removals.set(accountId, last)
  try {
    await Promise.race([before, stopped])
    await send()
  } finally {
    end()
    if (removals.get(accountId) === last) removals.delete(accountId)
  }
}

/**
 * Looks behind removals that were under way when Mailroom ended, before anything more of the kind is sent. An error: they
 * took what they did not name, or that cannot be seen now.
 */
export async function judgeLeft(
  context: Context,
  { accountId, operation }: Job,
): Promise<Result<void, AppError>> {
  const left = await context.store.read('jobs.unwatched', accountId)
  if (!left.ok) return left
  for (const { jobId, operation: watched, witness } of left.value) {
    if (watched !== operation || !isWritingId(watched)) continue
    const account = await findLitemailAccount(context, accountId)
    if (!account.ok) return account
    const found = await judgeOther(context, account.value, watched, { jobId, witness })
    if (found?.kind === 'others-changed') {
      const rested = await context.store.write('jobs.rest', {
        id: jobId,
        rest: { why: 'problem', problem: found },
      })
      if (!rested.ok) return rested
    }
    if (found !== null) return err(found)
  }
  return ok(undefined)
}

/**
 * Reads it once more. `others-changed`: it is not as it was, and the operation is locked again. As long as it cannot be read
 * it stays to be looked at.
 */
export async function judgeOther(
  context: Context,
  account: LitemailAccount,
  operation: WritingId,
  { jobId, witness: { id, name, workspaceId, seen } }: { jobId: string; witness: Witness },
): Promise<AppError | null> {
  const { store, clock } = context
  const facts = await readDomain(context, account, id, workspaceId)
  if (!facts.ok && !isRowGone(facts.error, 'domain')) return facts.error
  if (!facts.ok || seenOf(facts.value) !== seen) {
    const about = { accountId: account.id, operation, at: clock.now() }
    const locked = await store.write('operations.lock', about)
    if (!locked.ok) return locked.error
    await store.write('jobs.watched', jobId)
    return { kind: 'others-changed', operation, name }
  }
  const watched = await store.write('jobs.watched', jobId)
  return watched.ok ? null : watched.error
}

/** What any of the removals may take away. */
const seenOf = ({ id, forwardTo, forwardingEmail, catchAllEmail, dmarcEmail }: DomainFacts): string =>
  JSON.stringify([id, forwardTo, forwardingEmail, catchAllEmail, dmarcEmail])

const hasValue = (facts: DomainFacts, fact: string): boolean => {
  const value = Object.entries(facts).find(([name]) => name === fact)?.[1]
  return typeof value === 'string' && value !== ''
}

async function readDomain(
  context: Context,
  account: LitemailAccount,
  id: string,
  workspaceId: string,
): Promise<Result<DomainFacts, AppError>> {
  const wish = (inputs: Inputs) =>
    ({ inputs, workspaceId, pace: 'window', waitMs: WAIT_MS, timeoutMs: WAIT_MS }) as const
  const one = await readOperation(context, account, 'domains.get', wish({ id }))
  if (one.ok || !['no-such-path', 'rejected', 'bad-response'].includes(one.error.kind)) return one
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const list = await readOperation(context, account, 'domains.list', wish({ page }))
    if (!list.ok) return list
    const found = list.value.rows.find((row) => row.id === id)
    if (found !== undefined) return ok(found)
    if (list.value.rows.length === 0 || list.value.hasNext === false) break
  }
  return one
}
