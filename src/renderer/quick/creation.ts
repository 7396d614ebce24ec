import type { Created } from '../../shared/address'
import type { Batch } from '../../shared/batch'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { endingWords } from '../../shared/text/endings'
import { explain, type NextStep } from '../../shared/text/errors'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { call, listen } from '../bridge'
import { wishOf } from '../views/addresses/newAddressFields'
import type { WhyNot } from './CopyPrompt'
import type { QuickFields } from './quickFields'

/** What a press came to, as the window goes on from there. */
export type Ending =
  | { readonly kind: 'copied'; readonly email: string; readonly count: number }
  | {
      readonly kind: 'not-copied'
      readonly ids: readonly string[]
      readonly email: string
      readonly why: WhyNot
    }
  /** The form stays, with these words above it. `addressId`: whose they are, where there is one. */
  | {
      readonly kind: 'stays'
      readonly words: string
      readonly advice: string
      readonly next: NextStep | null
      readonly addressId: string | null
      /** So many are still to be made of those that were asked for. */
      readonly left: number
    }

/** The contract has other reasons for addresses that nobody wanted to copy. */
const whyNot = ({ notCopied }: Pick<Created, 'notCopied'>): WhyNot =>
  notCopied === 'focus' || notCopied === 'late' ? notCopied : 'failed'

/** One address, under a request id of its own. */
export async function createOne(fields: QuickFields, isOverBudgetAllowed: boolean): Promise<Ending> {
  const result = await call('addresses.create', {
    requestId: crypto.randomUUID(),
    via: 'quick-create',
    wish: wishOf(fields),
    isOverBudgetAllowed,
  })
  if (result.ok && result.value.state === 'created') {
    const { id, email, isCopied } = result.value
    if (isCopied) return { kind: 'copied', email, count: 1 }
    return { kind: 'not-copied', ids: [id], email, why: whyNot(result.value) }
  }
  const { words, advice, next } = endingWords(result)
  return { kind: 'stays', words, advice, next, addressId: result.ok ? result.value.id : null, left: 1 }
}

/** Several of a kind. `onProgress` hears of every step, from the first on. */
export async function createSeveral(
  fields: QuickFields,
  count: number,
  onProgress: (batch: Batch) => void,
): Promise<Ending> {
  const { accountId, style, prefix, hasHyphens, ...item } = wishOf(fields)
  const started = await call('batches.start', {
    requestId: crypto.randomUUID(),
    via: 'quick-create',
    ...(accountId === undefined ? {} : { accountId }),
    ...(style === undefined ? {} : { style }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(hasHyphens === undefined ? {} : { hasHyphens }),
    items: Array.from({ length: count }, () => ({ ...item })),
    isCopyWanted: true,
  })
  const ended = started.ok ? await followBatch(started.value, onProgress) : started
  if (ended.ok) return endingOf(ended.value)
  const { words, advice, next } = endingWords(ended)
  return { kind: 'stays', words, advice, next, addressId: null, left: count }
}

/** Main tells of each step; asked now and then all the same, should that be missed. */
const ASK_MS = 1_000

async function followBatch(
  first: Batch,
  onProgress: (batch: Batch) => void,
): Promise<Result<Batch, AppError>> {
  let batch = first
  onProgress(batch)
  while (!batch.isEnded) {
    await nextChange()
    const read = await call('batches.get', { id: batch.id })
    if (!read.ok) return read
    batch = read.value
    onProgress(batch)
  }
  return ok(batch)
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(finish, ASK_MS)
    const stop = listen('changed', ({ topics }) => {
      if (topics.includes('batches')) finish()
    })
  })
}

/** What became of several, once nothing more is sent. */
export function endingOf(batch: Batch): Ending {
  const { items, isCopied } = batch
  const count = items.length
  const created = items.filter(({ state }) => state === 'created')
  const unconfirmed = items.filter(({ state }) => state === 'unconfirmed')
  const email = created[0]?.email ?? ''
  if (created.length === count) {
    if (isCopied) return { kind: 'copied', email, count }
    return { kind: 'not-copied', ids: created.map(({ id }) => id), email, why: whyNot(batch) }
  }
  const failed = items.filter(({ state }) => state === 'not-created')
  const stopped = count - created.length - unconfirmed.length - failed.length
  const [first] = failed.flatMap(({ problem }) => problem ?? [])
  const explained = first === undefined ? null : explain(first)
  return {
    kind: 'stays',
    words: [
      created.length > 0 ? text.someCreated(created.length, count, isCopied) : text.noneCreated(count),
      explained === null ? '' : text.someFailed(failed.length, explained.reason),
      unconfirmed.length > 0 ? text.someUnconfirmed(unconfirmed.length) : '',
      stopped > 0 ? text.someStopped(stopped) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    advice: explained?.advice ?? '',
    next: explained?.next ?? null,
    addressId: null,
    left: count - created.length - unconfirmed.length,
  }
}
