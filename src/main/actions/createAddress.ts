import type { Account } from '../../shared/account'
import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { LocalPartWish as Drawing } from '../rules/localPart'
import type { JournalRow } from '../store/rows'
import type { ClipboardMark, Context } from './context'
import { LONGEST_LINE } from './line'
import { blankRow, chooseAccount, drawingOf, planRow, type Wanted } from './planRow'
import { finish, sendAddress } from './sendAddress'
import { settleAddress } from './settleAddress'
import { settleLater } from './settleLater'

/** How long one press may take, from its turn to its ending, in milliseconds. */
export const CREATE_DEADLINE_MS = 10_000

export interface Press extends Wanted {
  /** Id or name of the account; null: the default one. */
  readonly account: string | null
  readonly isOverBudgetAllowed: boolean
  /** Whether the address is to be put on the clipboard. */
  readonly isCopyWanted: boolean
  readonly deadlineMs: number
}

/**
 * One press: writes down an address, asks the service for it, copies it. The same request id again
 * gets the ending of the first. Errors are refusals: nothing was created. An answer that does not say
 * what happened is `unconfirmed`, and is settled in the background for ten minutes.
 */
export function createAddress(context: Context, press: Press): Promise<Result<Created, AppError>> {
  const already = context.underWay.get(press.requestId)
  if (already !== undefined) return already
  const ending = startPress(context, press).finally(() => context.underWay.delete(press.requestId))
  context.underWay.set(press.requestId, ending)
  return ending
}

async function startPress(context: Context, press: Press): Promise<Result<Created, AppError>> {
  const [account, settings] = await Promise.all([
    chooseAccount(context, press.account),
    context.store.read('settings.get'),
  ])
  if (!account.ok) return dropPress(context, press, null, account.error)
  // The one under way is not waiting.
  const waiting = context.line.length(account.value.id) - 1
  if (waiting >= LONGEST_LINE) return dropPress(context, press, account.value, { kind: 'busy', waiting })
  // Written down at once, sent in its turn: a press that waits when Mailroom ends is not forgotten.
  const planned = settings.ok ? planPress(context, press, account.value, settings.value) : settings
  return context.line.wait(account.value.id, async (isClosed) => {
    const plan = await planned
    if (!plan.ok) return plan
    // It stays written down, and waits for its user at the next start.
    return isClosed ? endingOf(plan.value.row) : takeTurn(context, press, plan.value)
  })
}

interface Plan {
  readonly row: JournalRow
  /** As it was when the press arrived; null where nothing is to be copied. */
  readonly clipboard: Clipboard
  /** False where the press was written down before, by this process or an earlier one. */
  readonly isNew: boolean
  readonly drawing: Drawing | null
}

type Clipboard = Promise<ClipboardMark> | null

async function takeTurn(
  context: Context,
  press: Press,
  { row, isNew, drawing, clipboard }: Plan,
): Promise<Result<Created, AppError>> {
  try {
    const isInDoubt = row.state === 'unconfirmed' || row.state === 'sending'
    if (!isNew && isInDoubt) return await settlePress(context, press, row, clipboard)
    if (!isNew && row.state !== 'planned') return endingOf(row)
    return await sendAddress(context, row, {
      drawing,
      clipboard,
      priority: 'click',
      isOverBudgetAllowed: press.isOverBudgetAllowed,
      deadlineMs: press.deadlineMs,
    })
  } finally {
    context.inLine.delete(row.id)
  }
}

async function planPress(
  context: Context,
  press: Press,
  account: Account,
  settings: Settings,
): Promise<Result<Plan, AppError>> {
  const writing = context.store.write('journal.plan', planRow(context, press, account, settings))
  // Looked at while the store's thread writes, and needed later: no press waits for the clipboard.
  const clipboard = press.isCopyWanted ? context.markClipboard() : null
  const planned = await writing
  if (!planned.ok) return planned
  context.inLine.add(planned.value.row.id)
  return ok({ ...planned.value, clipboard, drawing: drawingOf(press.wish, settings) })
}

/** A press that an earlier process sent and did not bring to its end, while somebody waits for it. */
async function settlePress(
  context: Context,
  press: Press,
  row: JournalRow,
  clipboard: Clipboard,
): Promise<Result<Created, AppError>> {
  const settled = await settleAddress(context, row.id, { isAsked: false, deadlineMs: press.deadlineMs })
  const now = settled.ok ? settled.value : row
  if (now.state === 'done') return finish(context, now, clipboard)
  settleLater(context, row.id)
  return endingOf(now)
}

/** Writes down a press that cannot be sent, and why: whoever follows its request id sees it end. */
async function dropPress(
  context: Context,
  press: Press,
  account: Account | null,
  problem: AppError,
): Promise<Result<Created, AppError>> {
  if (problem.kind === 'storage') return err(problem)
  const write = { ...blankRow(context, press), accountId: account?.id ?? null }
  const row = await context.store.write('journal.dropNew', { write, at: context.clock.now(), problem })
  return row.ok ? endingOf(row.value) : row
}

/** What a row of the journal came to, for somebody who did not wait for it. */
export function endingOf(row: JournalRow): Result<Created, AppError> {
  if (row.state === 'refused' || row.state === 'dropped') {
    return err(row.problem ?? { kind: 'not-found', what: 'activity' })
  }
  if (row.email === null || row.accountId === null) return err({ kind: 'no-account' })
  const state = row.state === 'done' ? 'created' : 'unconfirmed'
  return ok({ id: row.id, email: row.email, accountId: row.accountId, state, isCopied: false })
}
