import type { Account } from '../../shared/account'
import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { type LocalPartWish as Drawing, draw } from '../rules/localPart'
import type { Outcome } from '../rules/outcome'
import type { JournalRow, SendingStart } from '../store/rows'
import type { ListedAddress } from '../upstream/likedo/answers'
import { prepareCreate } from './apiPaths/prepareCreate'
import { type ClipboardMark, type Context, findAccount } from './context'
import { type Copying, copyingOf } from './copying'
import { noteKey } from './noteKey'
import { settleAddress } from './settleAddress'
import { settleLater } from './settleLater'

/** A request that was refused for haste is sent again so often within its deadline. */
const MOST_REPEATS = 3
/** A drawn name that is taken is drawn anew so often, and then reported. */
const MOST_DRAWS = 5

export interface Sending {
  /** How a name is drawn anew when the first is taken; null for a name that a user typed. */
  readonly drawing: Drawing | null
  /** The clipboard as it was when the address was asked for; null: it is not to be copied. */
  readonly clipboard: Promise<ClipboardMark> | null
  /** Several at once let a click go before them. */
  readonly priority: 'click' | 'background'
  readonly isOverBudgetAllowed: boolean
  readonly deadlineMs: number
}

/** Sends a planned row and brings it to an ending within the deadline. */
export async function sendAddress(
  context: Context,
  planned: JournalRow,
  sending: Sending,
): Promise<Result<Created, AppError>> {
  // Waiting for the keychain counts into no deadline, so the clock starts behind it.
  const opened = await openKey(context, planned)
  if (!opened.ok) return drop(context, planned, opened.error)

  const endsAt = context.clock.monotonic() + sending.deadlineMs
  const left = () => Math.max(0, endsAt - context.clock.monotonic())
  let row = planned
  for (let draws = 1, repeats = 0; ; ) {
    const sent = await sendOnce(context, row, sending, left())
    if (!sent.ok) return sent
    const { outcome } = sent.value
    row = sent.value.row
    switch (outcome.kind) {
      case 'done':
        return finish(context, row, sending.clipboard)
      case 'dropped':
        return err(outcome.error)
      case 'refused': {
        if (outcome.error.kind === 'conflict' && sending.drawing !== null && draws < MOST_DRAWS) {
          const renamed = await rename(context, row, sending.drawing)
          if (!renamed.ok) return renamed
          row = renamed.value
          draws += 1
          continue
        }
        const waitMs = waitOf(outcome.error, context.clock.now())
        if (waitMs === null || waitMs >= left() || repeats >= MOST_REPEATS) return err(outcome.error)
        repeats += 1
        await context.clock.sleep(waitMs)
        continue
      }
      case 'unconfirmed':
        return settleWhileWaiting(context, row, sending, left)
      default:
        return outcome satisfies never
    }
  }
}

/** Asks the keychain, so that a prompt is answered before anything is under way. */
async function openKey(context: Context, row: JournalRow): Promise<Result<void, AppError>> {
  const account = await findAccount(context, row.accountId ?? '')
  if (!account.ok) return account
  const key = await context.keys.keyFor(account.value.origin, account.value)
  return key.ok ? ok(undefined) : key
}

async function sendOnce(
  context: Context,
  row: JournalRow,
  { priority, isOverBudgetAllowed }: Sending,
  leftMs: number,
): Promise<Result<{ outcome: Outcome<ListedAddress>; row: JournalRow }, AppError>> {
  const account = await findAccount(context, row.accountId ?? '')
  if (!account.ok) return drop(context, row, account.error)
  const pace = { priority, waitMs: leftMs, isOverBudgetAllowed }
  const ready = await prepareCreate(context, account.value, row, pace, Math.max(1, leftMs))
  if (!ready.ok) return drop(context, row, ready.error)

  const started = await context.store.write('journal.startSending', {
    id: row.id,
    at: context.clock.now(),
    keyGeneration: account.value.keyGeneration,
  })
  if (!started.ok || !started.value.started) ready.value.giveBack()
  if (!started.ok) return started
  if (!started.value.started) return refuseToStart(context, started.value)
  const exchange = await ready.value.send()
  const outcome = ready.value.decide(exchange)
  if (outcome.kind === 'dropped') ready.value.giveBack()

  const settled = await context.store.write('journal.settle', {
    id: row.id,
    settlement: settlementOf(outcome, context.clock.now()),
  })
  // The service has been asked and what it did cannot be written down: the row stays `sending`, which
  // the next start reads as unconfirmed. So that is what it is called now.
  if (!settled.ok)
    return ok({ outcome: { kind: 'unconfirmed', error: settled.error }, row: started.value.row })
  await noteStanding(context, account.value, outcome)
  return ok({ outcome, row: settled.value })
}

/** The store does not let a row leave: what it came to meanwhile, or why it may not be sent. */
function refuseToStart(
  context: Context,
  refusal: Extract<SendingStart, { started: false }>,
): Promise<Result<never, AppError>> {
  const { row, why } = refusal
  if (why === 'key-replaced') return drop(context, row, { kind: 'key-replaced' })
  if (why === 'account-removed') return drop(context, row, { kind: 'not-found', what: 'account' })
  return Promise.resolve(err(row.problem ?? { kind: 'not-found', what: 'activity' }))
}

function settlementOf(outcome: Outcome<ListedAddress>, at: number) {
  if (outcome.kind === 'done') {
    const { id, createdAt } = outcome.value
    return { state: 'done', at, evidence: 'answer', serviceId: id, createdAt } as const
  }
  return { state: outcome.kind, at, problem: outcome.error } as const
}

/** An answer says something about the key, too. */
async function noteStanding(context: Context, account: Account, outcome: Outcome<unknown>): Promise<void> {
  const isRefused = outcome.kind === 'refused' && outcome.error.kind === 'unauthorized'
  if (!isRefused && outcome.kind !== 'done') return
  // What is shown of the key is worth no failed creation: the next answer says it again.
  await noteKey(context, account, { keyStanding: isRefused ? 'refused' : 'accepted' })
}

async function drop(context: Context, row: JournalRow, problem: AppError): Promise<Result<never, AppError>> {
  if (problem.kind !== 'storage') {
    const settlement = { state: 'dropped', at: context.clock.now(), problem } as const
    const settled = await context.store.write('journal.settle', { id: row.id, settlement })
    if (!settled.ok) return settled
  }
  return err(problem)
}

async function rename(
  context: Context,
  row: JournalRow,
  drawing: Drawing,
): Promise<Result<JournalRow, AppError>> {
  const { localPart, bits } = draw(drawing)
  const domain = (row.email ?? '').split('@')[1] ?? ''
  const renamed = await context.store.write('journal.rename', {
    id: row.id,
    email: `${localPart}@${domain}`,
    drawnBits: bits,
  })
  if (!renamed.ok) return renamed
  if (renamed.value.isRenamed) return ok(renamed.value.row)
  return err(renamed.value.row.problem ?? { kind: 'conflict', email: row.email ?? '' })
}

/** How long a refusal asks to wait, in milliseconds; null where waiting does not help or nobody says how long. */
function waitOf(error: AppError, now: number): number | null {
  if (error.kind !== 'rate-limited' || error.until === null) return null
  return Math.max(0, error.until - now)
}

async function settleWhileWaiting(
  context: Context,
  row: JournalRow,
  sending: Sending,
  left: () => number,
): Promise<Result<Created, AppError>> {
  for (let pauseMs = 0; left() > pauseMs; pauseMs = pauseMs * 2 + 500) {
    if (pauseMs > 0) await context.clock.sleep(pauseMs)
    const settled = await settleAddress(context, row.id, { isAsked: false, deadlineMs: left() })
    if (settled.ok && settled.value.state === 'done') return finish(context, settled.value, sending.clipboard)
    if (!settled.ok || settled.value.problem?.kind === 'owner-unknown') break
  }
  settleLater(context, row.id)
  return ok(createdOf(row, 'unconfirmed', { isCopied: false }))
}

/** An address that the service holds: copied where that was asked for, and told. */
export async function finish(
  context: Context,
  row: JournalRow,
  clipboard: Sending['clipboard'],
): Promise<Result<Created, AppError>> {
  return ok(createdOf(row, 'created', await copyCreated(context, row, clipboard)))
}

async function copyCreated(
  context: Context,
  { email }: JournalRow,
  clipboard: Sending['clipboard'],
): Promise<Copying> {
  if (clipboard === null || email === null) return { isCopied: false, notCopied: 'not-asked' }
  return copyingOf(await context.copy(email, await clipboard))
}

const createdOf = (row: JournalRow, state: Created['state'], copying: Copying): Created => ({
  id: row.id,
  email: row.email ?? '',
  accountId: row.accountId ?? '',
  state,
  ...copying,
})
