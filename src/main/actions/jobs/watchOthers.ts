import type { ApiMap } from '../../../shared/apiMap'
import type { AppError } from '../../../shared/errors'
import type { Job, JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { DomainFacts } from '../../../shared/litemail/facts'
import { type WritingId, writingOf } from '../../../shared/litemail/writing'
import { ok, type Result } from '../../../shared/result'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import { readOperation } from '../litemail/readOperation'

const WAIT_MS = 60_000
/** A row whose value cannot be seen shows nothing; so many are looked at for one that does. */
const MOST_LOOKED_AT = 3
/** A list is looked through so far, where rows cannot be asked for one by one. */
const MOST_PAGES = 5

/** A row that a removal does not name, as it was just before it. */
interface Witness {
  readonly id: string
  readonly name: string
  readonly workspaceId: string
  readonly seen: string
}

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
    if (!facts.ok && facts.error.kind === 'not-found') continue
    if (!facts.ok) return facts
    const witness = { id: serviceId, name: facts.value.name, workspaceId, seen: seenOf(facts.value) }
    if (hasValue(facts.value, fact)) return ok(witness)
    blind ??= witness
  }
  return ok(blind)
}

/** Reads it once more. `others-changed`: it is not as it was, and the operation is locked again. */
export async function judgeOther(
  context: Context,
  account: LitemailAccount,
  operation: WritingId,
  { id, name, workspaceId, seen }: Witness,
): Promise<AppError | null> {
  const facts = await readDomain(context, account, id, workspaceId)
  if (!facts.ok && facts.error.kind !== 'not-found') return facts.error
  if (facts.ok && seenOf(facts.value) === seen) return null
  await context.store.write('operations.lock', { accountId: account.id, operation })
  return { kind: 'others-changed', operation, name }
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
