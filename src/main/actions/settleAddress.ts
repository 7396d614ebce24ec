import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { JournalRow, Settlement } from '../store/rows'
import { findListed, type ListedAddress, problemOfList, readAddresses } from '../upstream/likedo/answers'
import { askLikeDo } from './apiPaths/askLikeDo'
import { prepareCreate } from './apiPaths/prepareCreate'
import type { Pace } from './askService'
import { type Context, findAccount } from './context'

/** A row is sent again by itself only so long after it was written down, in milliseconds. */
export const RESEND_WITHIN_MS = 10 * 60_000
/** From so many bits on, a drawn name that the service holds can only be ours. */
const PROOF_BITS = 30
const PAGE_SIZE = 100
/** The list is asked for exactly one address; more pages than this of names that contain it are not read. */
const MOST_PAGES = 5

export interface Settling {
  /** The user pressed "Check now": rows of any age may be sent again. */
  readonly isAsked: boolean
  /** Milliseconds for each request and its waiting. */
  readonly deadlineMs: number
}

/**
 * Finds out what became of an unconfirmed row: by the service's list, and where that does not show
 * it by sending the same address once more. Answers the row as it stands then; an error says why it
 * could not be asked, and changes nothing.
 */
export function settleAddress(
  context: Context,
  id: string,
  settling: Settling,
): Promise<Result<JournalRow, AppError>> {
  const before = context.settling.get(id)
  // Two at once would send twice. Who asks now wants an answer of now, not of an attempt that hangs.
  const settled =
    before === undefined
      ? findAndSettle(context, id, settling)
      : settling.isAsked
        ? before.then(() => findAndSettle(context, id, settling))
        : before
  if (settled === before) return settled
  const noted = settled.finally(() => {
    if (context.settling.get(id) === noted) context.settling.delete(id)
  })
  context.settling.set(id, noted)
  return noted
}

async function findAndSettle(
  context: Context,
  id: string,
  settling: Settling,
): Promise<Result<JournalRow, AppError>> {
  const found = await context.store.read('journal.get', id)
  if (!found.ok) return found
  if (found.value === null) return err({ kind: 'not-found', what: 'activity' })
  const admitted = await admitInterrupted(context, found.value)
  if (!admitted.ok) return admitted
  const row = admitted.value
  if (row.state !== 'unconfirmed' || row.isRestored) return ok(row)
  const account = await findAccount(context, row.accountId ?? '')
  return account.ok ? settle(context, row, account.value, settling) : account
}

/** A row whose answer could not be written down still says `sending`: its answer is lost by now. */
async function admitInterrupted(context: Context, row: JournalRow): Promise<Result<JournalRow, AppError>> {
  if (row.state !== 'sending' || context.underWay.has(row.requestId)) return ok(row)
  return record(context, row, {
    state: 'unconfirmed',
    at: context.clock.now(),
    problem: { kind: 'interrupted' },
  })
}

async function settle(
  context: Context,
  row: JournalRow,
  account: Account,
  settling: Settling,
): Promise<Result<JournalRow, AppError>> {
  const pace: Pace = {
    priority: settling.isAsked ? 'click' : 'background',
    waitMs: settling.deadlineMs,
    isOverBudgetAllowed: false,
  }
  const listed = await findInList(context, row, account, pace)
  if (!listed.ok) return listed
  if (listed.value !== null) {
    const { id: serviceId, createdAt } = listed.value
    return record(context, row, {
      state: 'done',
      at: context.clock.now(),
      evidence: 'list',
      serviceId,
      createdAt,
    })
  }
  if (row.keyGeneration !== account.keyGeneration) {
    return settling.isAsked ? err({ kind: 'key-replaced' }) : ok(row)
  }
  const isRecent = Math.abs(context.clock.now() - row.plannedAt) <= RESEND_WITHIN_MS
  const isForUser = row.problem?.kind === 'owner-unknown'
  if (!settling.isAsked && (!isRecent || isForUser)) return ok(row)
  return sendAgain(context, row, account, pace)
}

/** The address as the service lists it; null where it does not show it or cannot list. */
async function findInList(
  context: Context,
  row: JournalRow,
  account: Account,
  pace: Pace,
): Promise<Result<ListedAddress | null, AppError>> {
  if (account.canList === false) return ok(null)
  const email = row.email ?? ''
  for (let page = 1; page <= MOST_PAGES; page++) {
    const read = await askLikeDo(context, account, {
      ...{ operation: 'addresses.list', inputs: { page, pageSize: PAGE_SIZE, email } },
      ...{ timeoutMs: pace.waitMs, pace, read: readAddresses, problemIn: problemOfList },
    })
    if (!read.ok) return read
    if (account.canList !== read.value.canList) {
      const { canList } = read.value
      const known = await context.store.write('accounts.update', { id: account.id, patch: { canList } })
      if (!known.ok) return known
    }
    if (!read.value.canList) return ok(null)
    const found = findListed(read.value.addresses, email)
    if (found !== null) return ok(found)
    if (read.value.addresses.length < PAGE_SIZE) return ok(null)
  }
  return ok(null)
}

async function sendAgain(
  context: Context,
  row: JournalRow,
  account: Account,
  pace: Pace,
): Promise<Result<JournalRow, AppError>> {
  const email = row.email ?? ''
  const ready = await prepareCreate(context, account, row, pace, pace.waitMs)
  if (!ready.ok) return ready
  const started = await context.store.write('journal.startSending', {
    id: row.id,
    at: context.clock.now(),
    keyGeneration: account.keyGeneration,
  })
  if (!started.ok || !started.value.started) {
    ready.value.giveBack()
    return started.ok ? ok(started.value.row) : started
  }
  const exchange = await ready.value.send()
  const outcome = ready.value.decide(exchange)
  if (outcome.kind === 'dropped') ready.value.giveBack()

  const at = context.clock.now()
  if (outcome.kind === 'done') {
    const { id: serviceId, createdAt } = outcome.value
    return record(context, row, { state: 'done', at, evidence: 'second-sending', serviceId, createdAt })
  }
  if (outcome.kind === 'refused' && outcome.error.kind === 'conflict') {
    return record(context, row, settleConflict(row, email, at))
  }
  // Whatever kept the second sending from an answer says nothing about the first one.
  return record(context, row, { state: 'unconfirmed', at, problem: outcome.error })
}

/** The service holds the name: for a drawn one that is proof that an unanswered sending worked. */
const settleConflict = (row: JournalRow, email: string, at: number): Settlement =>
  row.mayBeHeld && row.drawnBits >= PROOF_BITS
    ? { state: 'done', at, evidence: 'second-sending', serviceId: null, createdAt: null }
    : { state: 'unconfirmed', at, problem: { kind: 'owner-unknown', email } }

const record = (
  context: Context,
  row: JournalRow,
  settlement: Settlement,
): Promise<Result<JournalRow, AppError>> => context.store.write('journal.settle', { id: row.id, settlement })
