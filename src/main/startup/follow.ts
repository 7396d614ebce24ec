import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { endingOf } from '../actions/createAddress'
import type { JournalRow } from '../store/rows'
import type { StoreReader } from '../store/store'
import type { Clock } from '../upstream/clock'

const POLL_MS = 40
/** How long to wait for a sign of life before asking for the lock again. */
const SILENCE_MS = 2_000
/** Orders wait in line behind others; nobody waits longer than this in all. */
const LONGEST_MS = 180_000

export interface Following {
  readonly requestId: string
  /** What is left to the order once it is sent, in milliseconds. */
  readonly deadlineMs: number
  /** Opens the other's data for reading; null while it is not there yet. */
  readonly openReader: () => Promise<Result<StoreReader | null, AppError>>
  /** Hands the order over once more; true when nobody else runs any more and the lock is ours. */
  readonly claim: () => boolean
  readonly clock: Clock
}

/**
 * Watches what becomes of an order in the journal of the Mailroom that runs already. Answers its
 * ending; `claimed` when that Mailroom is gone and this process has to do the work; `no-answer` when
 * it lives and does nothing.
 */
export async function followOrder(
  following: Following,
): Promise<
  { kind: 'ended'; ending: Result<Created, AppError> } | { kind: 'claimed' } | { kind: 'no-answer' }
> {
  const { clock } = following
  let reader: StoreReader | null = null
  const startedAt = clock.monotonic()
  let heardAt = startedAt
  let sentAt: number | null = null
  let last: string | null = null
  try {
    while (clock.monotonic() - startedAt < LONGEST_MS) {
      if (reader === null) {
        const opened = await following.openReader()
        if (!opened.ok) return { kind: 'ended', ending: opened }
        reader = opened.value
      }
      const row = await readRow(reader, following.requestId)
      const now = clock.monotonic()
      const state = row === null ? null : `${row.state} ${row.email}`
      if (state !== last) heardAt = now
      last = state
      if (row !== null && row.state !== 'planned') {
        sentAt ??= now
        const isOver = now - sentAt >= following.deadlineMs
        if (isFinal(row) || (row.state === 'unconfirmed' && isOver))
          return { kind: 'ended', ending: endingOf(row) }
      }
      if (now - heardAt >= SILENCE_MS) {
        if (following.claim()) return { kind: 'claimed' }
        heardAt = now
        if (row === null && now - startedAt >= following.deadlineMs) return { kind: 'no-answer' }
      }
      await clock.sleep(POLL_MS)
    }
    return { kind: 'no-answer' }
  } finally {
    await reader?.close()
  }
}

async function readRow(reader: StoreReader | null, requestId: string): Promise<JournalRow | null> {
  const row = await reader?.read('journal.byRequestId', requestId)
  // A read that fails once, while the other one writes, may work the next time.
  return row?.ok === true ? row.value : null
}

const isFinal = (row: JournalRow) =>
  row.state === 'done' || row.state === 'refused' || row.state === 'dropped'
