import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { refusesAll } from '../rules/batchEnd'
import type { LocalPartWish as Drawing } from '../rules/localPart'
import type { JournalRow } from '../store/rows'
import { delayOf, type Pace } from './askService'
import { type ClipboardMark, type Context, findAccount } from './context'
import { type Copying, copyingOf } from './copying'
import { CREATE_DEADLINE_MS } from './createAddress'
import { sendAddress } from './sendAddress'

/** Windows are told of progress at most so often, in milliseconds. */
const TELL_EVERY_MS = 250
/** A service that leaves so many in a row without an answer is not asked for the rest. */
const MOST_UNANSWERED = 3
/** Of a minute, so many requests of a long list are left to clicks. */
const SPARED_MINUTE = 10
/** Longer than any minute's allowance takes to grow back. */
const LONGEST_DELAY_MS = 65_000

/** Several addresses that were asked for at once, as far as it is not in the journal. */
export interface RunningBatch {
  readonly id: string
  /** Whether they could be written down. */
  readonly planned: Promise<Result<unknown, AppError>>
  ended: Promise<void>
  /** Nothing more is sent by itself. */
  isEnded: boolean
  copying: Copying
  /** Why the rest is not sent; null where nothing stands against it. */
  reason: AppError | null
  /** Mailroom is ending: the one under way comes to its end, and nothing else is done. */
  isAbandoned: boolean
  /** Ends a pause between two, so that it is seen at once that the batch goes no further. */
  wake: () => void
}

/** What a batch is run with. */
export interface BatchOrder {
  readonly batch: RunningBatch
  readonly accountId: string
  readonly rows: readonly Planned[]
  readonly priority: Pace['priority']
  /** The clipboard as it was when they were asked for; null: they are not to be copied. */
  readonly clipboard: Promise<ClipboardMark> | null
}

export interface Planned {
  readonly row: JournalRow
  /** How a taken name is drawn anew; null for a name that a user typed. */
  readonly drawing: Drawing | null
}

/** Sends the rows one after another, each as a single press is sent, and copies those that were created. */
export async function runBatch(context: Context, order: BatchOrder): Promise<void> {
  const { batch, rows } = order
  // What this process has in hand does not wait for its user.
  for (const { row } of rows) context.inLine.add(row.id)
  try {
    await sendAll(context, order)
    if (!batch.isAbandoned) await copyCreated(context, order)
  } finally {
    // Whatever went wrong: nobody works on it any more.
    for (const { row } of rows) context.inLine.delete(row.id)
    batch.isEnded = true
    if (!batch.isAbandoned) context.tellChanged(['batches', 'addresses'])
  }
}

async function sendAll(context: Context, order: BatchOrder): Promise<void> {
  const { batch } = order
  const tell = createTeller(context)
  let unanswered = 0
  for (const planned of order.rows) {
    if (!(await waitForRoom(context, order))) return
    const ending = await context.line.waitAside(order.accountId, (isClosed) =>
      isClosed || hasToEnd(batch) ? Promise.resolve(null) : sendOne(context, order, planned),
    )
    context.inLine.delete(planned.row.id)
    tell()
    if (hasToEnd(batch)) return
    if (ending === null) continue
    unanswered = ending.ok && ending.value.state === 'unconfirmed' ? unanswered + 1 : 0
    if (!ending.ok && refusesAll(ending.error)) batch.reason = ending.error
    if (unanswered >= MOST_UNANSWERED) batch.reason = { kind: 'timeout', afterMs: CREATE_DEADLINE_MS }
  }
}

const hasToEnd = (batch: RunningBatch): boolean => batch.isAbandoned || batch.reason !== null

/**
 * Waits, beside the line, until the minute has room for one more; false where it is not to be sent. So a long list
 * never stands between a click and its answer.
 */
async function waitForRoom(context: Context, { batch, accountId, priority }: BatchOrder): Promise<boolean> {
  while (!hasToEnd(batch)) {
    const account = await findAccount(context, accountId)
    if (hasToEnd(batch)) break
    const delay = account.ok
      ? await delayOf(context, account.value, {
          priority,
          waitMs: LONGEST_DELAY_MS,
          isOverBudgetAllowed: false,
          spared: { perHour: 0, perMinute: priority === 'click' ? 0 : SPARED_MINUTE },
        })
      : account
    if (!delay.ok) batch.reason = delay.error
    else if (delay.value <= 0) return !hasToEnd(batch)
    else await pause(context, batch, delay.value)
  }
  return false
}

const pause = (context: Context, batch: RunningBatch, ms: number): Promise<void> =>
  new Promise((resolve) => {
    batch.wake = resolve
    void context.clock.sleep(ms).then(resolve)
  })

/** Null where the row is not to be sent any more: its user has sent or dropped it meanwhile, or the batch has to end. */
async function sendOne(
  context: Context,
  { batch, priority }: BatchOrder,
  { row, drawing }: Planned,
): Promise<Result<Created, AppError> | null> {
  const now = await context.store.read('journal.get', row.id)
  if (!now.ok) return now
  // An end that came while it was read does not wait for what is not under way yet.
  if (hasToEnd(batch) || now.value?.state !== 'planned') return null
  const ending = sendAddress(context, now.value, {
    drawing,
    clipboard: null,
    priority,
    isOverBudgetAllowed: false,
    deadlineMs: CREATE_DEADLINE_MS,
  }).finally(() => context.underWay.delete(row.requestId))
  context.underWay.set(row.requestId, ending)
  return ending
}

/** One a line, as they were asked for. However long it took: only somebody else's copying stands against it. */
async function copyCreated(context: Context, { batch, clipboard }: BatchOrder): Promise<void> {
  if (clipboard === null) {
    batch.copying = { isCopied: false, notCopied: 'not-asked' }
    return
  }
  const rows = await context.store.read('journal.batch', batch.id)
  if (!rows.ok) return
  const emails = rows.value.flatMap(({ state, email }) => (state === 'done' && email !== null ? [email] : []))
  if (emails.length === 0) return
  const [then, now] = await Promise.all([clipboard, context.markClipboard()])
  batch.copying = copyingOf(await context.copy(emails.join('\n'), { at: now.at, text: then.text }))
}

/** Tells the windows that a batch has come further, several steps at once. */
function createTeller(context: Context): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    void context.clock.sleep(TELL_EVERY_MS).then(() => {
      isDue = false
      context.tellChanged(['batches'])
    })
  }
}

/** A batch that this process begins now. */
export const newBatch = (id: string, planned: RunningBatch['planned']): RunningBatch => ({
  id,
  planned,
  ended: Promise.resolve(),
  isEnded: false,
  copying: { isCopied: false },
  reason: null,
  isAbandoned: false,
  wake: () => undefined,
})

/** Ends a batch before its next row. */
export function endBatch(batch: RunningBatch, reason: AppError): void {
  if (batch.isEnded) return
  batch.reason = reason
  batch.wake()
}

/** Mailroom is ending: what was not sent stays written down, and waits for its user at the next start. */
export function abandonBatches(context: Context): void {
  for (const batch of context.batches.values()) {
    batch.isAbandoned = true
    batch.wake()
  }
}
