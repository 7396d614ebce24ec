import type { Batch, BatchItem } from '../../shared/batch'
import { MOST_AT_ONCE } from '../../shared/batch'
import type { AddressWish, Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { derivedId } from '../rules/derivedId'
import type { JournalRow, NewAddressWrite } from '../store/rows'
import type { ClipboardMark, Context } from './context'
import { chooseAccount, drawingOf, planRow, type Wanted } from './planRow'
import { type BatchOrder, endBatch, newBatch, type Planned, type RunningBatch, runBatch } from './runBatch'

type BatchWish = Parsed<'batches.start'>

/**
 * Several addresses at once: all of them are written down together under the press's id, and then sent one after
 * another; see `runBatch`. The same press again is the same batch. Answers how far it has come. Errors say that
 * nothing was written down.
 */
export async function startBatch(context: Context, wish: BatchWish): Promise<Result<Batch, AppError>> {
  const batch = context.batches.get(wish.requestId) ?? begin(context, wish)
  const planned = await batch.planned
  return planned.ok ? readBatch(context, wish.requestId) : planned
}

/** How far a batch has come, be it one of an earlier run. */
export async function readBatch(context: Context, id: string): Promise<Result<Batch, AppError>> {
  const rows = await context.store.read('journal.batch', id)
  if (!rows.ok) return rows
  const [first] = rows.value
  if (first === undefined) return err({ kind: 'not-found', what: 'batch' })
  const running = context.batches.get(id)
  return ok({
    id,
    at: first.plannedAt,
    accountId: first.accountId ?? '',
    items: rows.value.map((row) => itemOf(row, running?.reason ?? null)),
    isEnded: running?.isEnded ?? true,
    ...(running?.copying ?? { isCopied: false }),
  })
}

/** What was not sent is not sent any more; the one under way comes to its end. */
export async function stopBatch(context: Context, id: string): Promise<Result<Batch, AppError>> {
  const running = context.batches.get(id)
  if (running !== undefined) endBatch(running, { kind: 'given-up' })
  const dropped = await context.store.write('batches.dropWaiting', { id, at: context.clock.now() })
  return dropped.ok ? readBatch(context, id) : dropped
}

const states = {
  planned: 'waiting',
  sending: 'sending',
  done: 'created',
  unconfirmed: 'unconfirmed',
  refused: 'not-created',
  dropped: 'not-created',
} as const

const itemOf = (row: JournalRow, reason: AppError | null): Batch['items'][number] => ({
  id: row.id,
  email: row.email ?? '',
  note: row.note,
  state: states[row.state],
  // Why a row waits is not in the journal: it has not ended.
  problem: row.state === 'planned' ? reason : row.problem,
})

function begin(context: Context, wish: BatchWish): RunningBatch {
  // Looked at now and needed at the end.
  const clipboard = wish.isCopyWanted ? context.markClipboard() : null
  const planned = plan(context, wish)
  const batch = newBatch(wish.requestId, planned)
  batch.ended = planned.then(async (written) => {
    if (written.ok && written.value !== null) {
      await runBatch(context, orderOf(batch, wish, written.value, clipboard))
    } else {
      context.batches.delete(wish.requestId)
    }
  })
  context.batches.set(wish.requestId, batch)
  return batch
}

interface Plan {
  readonly accountId: string
  readonly rows: readonly Planned[]
}

const orderOf = (
  batch: RunningBatch,
  { via, items }: BatchWish,
  plan: Plan,
  clipboard: Promise<ClipboardMark> | null,
): BatchOrder => ({
  batch,
  ...plan,
  // Somebody waits in front of a few; a long list lets clicks go first.
  priority: via === 'quick-create' && items.length <= MOST_AT_ONCE ? 'click' : 'background',
  clipboard,
})

/** Writes all rows down; null where an earlier press of the same id has done so. */
async function plan(context: Context, wish: BatchWish): Promise<Result<Plan | null, AppError>> {
  const account = await chooseAccount(context, wish.accountId ?? null)
  if (!account.ok) return account
  const settings = await context.store.read('settings.get')
  if (!settings.ok) return settings
  const wanted = wish.items.map((item, place) => wantedOf(wish, item, place))
  const writes: NewAddressWrite[] = []
  const names = new Set<string | null>()
  for (const one of wanted) {
    let write = planRow(context, one, account.value, settings.value)
    while (one.wish.localPart === undefined && names.has(write.email)) {
      write = planRow(context, one, account.value, settings.value)
    }
    names.add(write.email)
    writes.push(write)
  }
  const planned = await context.store.write('journal.planMany', { batchId: wish.requestId, writes })
  if (!planned.ok) return planned
  // A row of an earlier press has the id that it got then.
  if (planned.value.some(({ id }, place) => id !== writes[place]?.id)) return ok(null)
  const drawings = wanted.map((one) => drawingOf(one.wish, settings.value))
  const rows = planned.value.map((row, place) => ({ row, drawing: drawings[place] ?? null }))
  return ok({ accountId: account.value.id, rows })
}

/** Each address of a press has an id of its own that follows from the press and its place. */
const wantedOf = (batch: BatchWish, item: BatchItem, place: number): Wanted => ({
  requestId: derivedId(batch.requestId, String(place)),
  via: batch.via,
  wish: { ...styleOf(batch), ...item },
})

const styleOf = ({
  style,
  prefix,
  hasHyphens,
}: BatchWish): Pick<AddressWish, 'style' | 'prefix' | 'hasHyphens'> => ({
  style,
  prefix,
  hasHyphens,
})
