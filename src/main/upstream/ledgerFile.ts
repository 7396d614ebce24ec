import * as z from 'zod'
import type { Clock } from './clock'
import { emptyLedger, HOUR_MS, type Ledger, MOST_RECENT } from './ledger'

const count = z.number().int().min(0).max(1_000_000)
/** JSON has no infinity, and writes null for it. */
const limit = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.POSITIVE_INFINITY)
const budget = z.object({ perHour: limit, perMinute: limit })

/** A ledger as it is kept: instants in epoch milliseconds, `starts` as pairs of offset to `savedAt` and count. */
const kept = z.object({
  version: z.literal(1),
  savedAt: z.number(),
  starts: z.array(z.tuple([z.number(), count])).max(4000),
  foreign: z.object({ windowMs: z.number().positive().max(HOUR_MS), count, until: z.number() }).nullable(),
  block: z.object({ until: z.number(), by: z.enum(['service', 'mailroom']) }).nullable(),
  learned: z.object({ budget, perHour: count.nullable(), perMinute: count.nullable() }).nullable(),
  refusals: count,
  // Files of earlier versions have none.
  cap: z.object({ perMinute: count, until: z.number() }).nullable().default(null),
})

type Instants = Pick<Clock, 'now' | 'monotonic'>

/** Writes a ledger as JSON, below 64 KB however full its hour is. */
export function encodeLedger(ledger: Ledger, clock: Instants): string {
  const savedAt = Math.round(clock.now())
  const shift = savedAt - clock.monotonic()
  const toEpoch = (at: number) => Math.round(at + shift)
  const oldest = clock.monotonic() - HOUR_MS
  const state: z.input<typeof kept> = {
    version: 1,
    savedAt,
    starts: ledger.entries
      .filter((entry) => entry.count > 0 && entry.at > oldest)
      .map((entry) => [toEpoch(entry.at) - savedAt, entry.count]),
    foreign: ledger.foreign && { ...ledger.foreign, until: toEpoch(ledger.foreign.until) },
    block: ledger.block && { ...ledger.block, until: toEpoch(ledger.block.until) },
    learned: ledger.learned,
    refusals: ledger.refusals,
    cap: ledger.cap && { ...ledger.cap, until: toEpoch(ledger.cap.until) },
  }
  return JSON.stringify(state)
}

const readState = (json: string): z.output<typeof kept> | null => {
  try {
    return kept.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/**
 * Reads a ledger of an earlier run. An instant that lies in the future was written by a clock that was
 * set since: it is read as now. No wait comes out longer than its window. What cannot be read at all
 * is an empty ledger.
 */
export function decodeLedger(json: string | null, clock: Instants): Ledger {
  const state = json === null ? null : readState(json)
  if (state === null) return emptyLedger()
  const now = clock.monotonic()
  const epoch = clock.now()
  const toPast = (at: number) => now - Math.max(0, epoch - at)
  const toFuture = (until: number, windowMs: number) =>
    now + Math.max(0, Math.min(until - epoch, until - state.savedAt, windowMs))
  const entries = state.starts
    .map(([offset, counted]) => ({ at: toPast(state.savedAt + Math.min(0, offset)), count: counted }))
    .filter(({ at }) => at > now - HOUR_MS)
    .sort((one, other) => one.at - other.at)
    .map((entry) => ({ ...entry, from: entry.at }))
  const { foreign, block, cap } = state
  return {
    entries,
    // Requests of one moment were kept together: the last moment counts for all of them.
    recent: entries
      .flatMap(({ at, count: counted }) =>
        Array.from({ length: Math.min(counted, MOST_RECENT) }, () => ({ at, tripMs: null })),
      )
      .slice(-MOST_RECENT),
    foreign: foreign && { ...foreign, until: toFuture(foreign.until, foreign.windowMs) },
    block: block && { ...block, until: toFuture(block.until, HOUR_MS) },
    learned: state.learned,
    refusals: state.refusals,
    cap: cap && { ...cap, until: toFuture(cap.until, HOUR_MS) },
    suspected: null,
  }
}
