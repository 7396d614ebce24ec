import { describe, expect, test } from 'vitest'
import {
  emptyLedger,
  enter,
  freeAt,
  HOUR_MS,
  joinLedger,
  type Ledger,
  MINUTE_MS,
  usedIn,
} from '../../../src/main/upstream/ledger'
import { decodeLedger, encodeLedger } from '../../../src/main/upstream/ledgerFile'

const at = (now: number, monotonic: number) => ({ now: () => now, monotonic: () => monotonic })
const before = at(1_763_474_400_000, 9_000_000)

const ledgerOf = (...starts: number[]): Ledger => {
  const ledger = emptyLedger()
  for (const start of starts) enter(ledger, start)
  return ledger
}

describe('a kept ledger', () => {
  test('counts the same after a restart, on another monotonic clock', () => {
    const ledger = ledgerOf(9_000_000 - 59 * MINUTE_MS, 9_000_000 - 30_000, 9_000_000)
    const kept = encodeLedger(ledger, before)
    const later = decodeLedger(kept, at(before.now() + 20_000, 70))
    expect(usedIn(later, HOUR_MS, 70)).toBe(3)
    expect(usedIn(later, MINUTE_MS, 70)).toBe(2)
    expect(usedIn(later, MINUTE_MS, 70 + 11_000)).toBe(1)
  })

  test('forgets what is older than the hour', () => {
    const kept = encodeLedger(ledgerOf(9_000_000 - 30 * MINUTE_MS, 9_000_000), before)
    expect(usedIn(decodeLedger(kept, at(before.now() + 31 * MINUTE_MS, 1e9)), HOUR_MS, 1e9)).toBe(1)
  })

  test('reads an instant of the future as now: nothing waits longer than its window', () => {
    const kept = encodeLedger(ledgerOf(8_990_000, 9_000_000), before)
    const monthEarlier = at(before.now() - 30 * 86_400_000, 500)
    const ledger = decodeLedger(kept, monthEarlier)
    expect(freeAt(ledger, HOUR_MS, 2, 0, 500)).toBe(500 + HOUR_MS)
    expect(usedIn(ledger, HOUR_MS, 500 + HOUR_MS)).toBe(0)
  })

  test('keeps a block as long as it lasts, and never longer than the hour', () => {
    const ledger: Ledger = { ...emptyLedger(), block: { until: 9_000_000 + 40_000, by: 'service' } }
    const kept = encodeLedger(ledger, before)
    expect(decodeLedger(kept, at(before.now() + 10_000, 0)).block).toEqual({ until: 30_000, by: 'service' })
    expect(decodeLedger(kept, at(before.now() + 50_000, 0)).block?.until).toBe(0)
    expect(decodeLedger(kept, at(before.now() - 86_400_000, 0)).block?.until).toBe(40_000)
    const farAway = JSON.stringify({ ...JSON.parse(kept), savedAt: 0, block: { until: 1e15, by: 'service' } })
    expect(decodeLedger(farAway, before).block?.until).toBe(9_000_000 + HOUR_MS)
  })

  test('keeps what was learned, and what others use of the same key', () => {
    const ledger: Ledger = {
      ...emptyLedger(),
      learned: { budget: { perHour: 200, perMinute: 60 }, perHour: 5000, perMinute: null },
      foreign: { windowMs: HOUR_MS, count: 17, until: 9_000_000 + 60_000 },
      refusals: 2,
    }
    expect(decodeLedger(encodeLedger(ledger, before), before)).toEqual(ledger)
  })

  test('remembers a minute that the service never named, no longer than it is believed', () => {
    const ledger: Ledger = { ...emptyLedger(), cap: { perMinute: 194, until: 9_000_000 + HOUR_MS } }
    const kept = encodeLedger(ledger, before)
    expect(decodeLedger(kept, at(before.now() + 600_000, 70)).cap).toEqual({
      perMinute: 194,
      until: 70 + HOUR_MS - 600_000,
    })
    const yearEarlier = decodeLedger(kept, at(before.now() - 365 * 86_400_000, 70))
    expect(yearEarlier.cap?.until).toBeLessThanOrEqual(70 + HOUR_MS)
  })

  test('joined with another counts both, and is no larger than one of a full hour', () => {
    const [ledger, other] = [emptyLedger(), emptyLedger()]
    for (let ms = 0; ms < HOUR_MS; ms += 400) {
      enter(ledger, 9_000_000 - HOUR_MS + ms)
      enter(other, 9_000_000 - HOUR_MS + ms + 200)
    }
    const both = usedIn(ledger, HOUR_MS, 9_000_000) + usedIn(other, HOUR_MS, 9_000_000)
    joinLedger(ledger, other)
    expect(usedIn(ledger, HOUR_MS, 9_000_000)).toBe(both)
    expect(usedIn(decodeLedger(encodeLedger(ledger, before), before), HOUR_MS, 9_000_000)).toBe(both)
    expect(ledger.entries.length).toBeLessThanOrEqual(4_000)
  })

  test('of a budget without limits is one without limits again', () => {
    const budget = { perHour: Number.POSITIVE_INFINITY, perMinute: Number.POSITIVE_INFINITY }
    const ledger: Ledger = { ...emptyLedger(), learned: { budget, perHour: null, perMinute: 60 } }
    expect(decodeLedger(encodeLedger(ledger, before), before)).toEqual(ledger)
  })

  test('written before there were distances between requests is read', () => {
    const kept =
      '{"version":1,"savedAt":1763474400000,"starts":[[0,2]],"foreign":null,"block":null,"learned":null,"refusals":0}'
    expect(decodeLedger(kept, before)).toMatchObject({
      cap: null,
      recent: [
        { at: 9_000_000, tripMs: null },
        { at: 9_000_000, tripMs: null },
      ],
    })
  })

  test.each([
    null,
    '',
    'null',
    '{',
    '[]',
    '{"version":2}',
    '{"version":1,"savedAt":"now"}',
    '{"version":1,"savedAt":0,"starts":[[null,1]],"foreign":null,"block":null,"learned":null,"refusals":0}',
    '{"version":1,"savedAt":0,"starts":[[0,-1]],"foreign":null,"block":null,"learned":null,"refusals":0}',
    '{"version":1,"savedAt":0,"starts":[[0,1e99]],"foreign":null,"block":null,"learned":null,"refusals":0}',
  ])('that cannot be read is an empty one: %s', (kept) => {
    expect(decodeLedger(kept, before)).toEqual(emptyLedger())
  })

  test('of the fullest hour stays below 64 KB', () => {
    const ledger = emptyLedger()
    for (let ms = 0; ms < HOUR_MS; ms += 200) enter(ledger, 9_000_000 - HOUR_MS + ms)
    expect(usedIn(ledger, HOUR_MS, 9_000_000)).toBeGreaterThan(17_990)
    const kept = encodeLedger(ledger, before)
    expect(kept.length).toBeLessThan(64 * 1024)
    expect(usedIn(decodeLedger(kept, before), HOUR_MS, 9_000_000)).toBe(usedIn(ledger, HOUR_MS, 9_000_000))
  })
})
