import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePass } from '../../../src/main/rules/passEnd'
import { countFresh, isAtEnd, learnFrom, pagesToAsk, passPage } from '../../../src/main/rules/passPages'
import type { OpenPass } from '../../../src/main/store/fleetRows'
import { type Random, randomFrom } from '../../support/random'

const RUNS = { numRuns: process.env.MAILROOM_LONG === '1' ? 50_000 : 5_000 }
const PAGE_SIZE = 10
/** No list here has more than 20 pages; whoever asks for more goes round in circles. */
const MOST_ASKED = 60

const newPass: OpenPass = {
  id: 1,
  startedAt: 0,
  pageSize: PAGE_SIZE,
  done: 0,
  ahead: [],
  perPage: null,
  pages: null,
  most: null,
  met: 0,
  stale: 0,
  firstEmpty: null,
  lastFilled: 0,
  hasGap: false,
  problem: null,
}

interface Service {
  /** The rows as they are at the request of this number. */
  rowsAt(request: number): readonly number[]
  /** What it says of the whole list. */
  tell(rows: number): { total: number | null; pages: number | null }
  /** Pages that come with nothing in them. */
  readonly empty?: readonly number[]
}

const honest = (rows: number) => ({ total: rows, pages: Math.ceil(rows / PAGE_SIZE) })
const silent = () => ({ total: null, pages: null })

interface ReadToEnd {
  readonly verdict: 'whole' | 'incomplete'
  readonly met: ReadonlySet<number>
  readonly requests: number
}

/** Reads as the reading of a fleet does, with answers that overtake each other. */
function readToEnd(service: Service, random: Random, kept = 0): ReadToEnd {
  const met = new Set<number>()
  const underWay: { page: number; rows: readonly number[]; total: number | null; pages: number | null }[] = []
  let open = newPass
  let requests = 0
  for (;;) {
    const most = open.done === 0 ? 1 : 3
    for (const page of pagesToAsk(
      open,
      underWay.map((answer) => answer.page),
      most,
    )) {
      requests += 1
      if (requests > MOST_ASKED) throw new Error('it never ends')
      const all = service.rowsAt(requests)
      const isEmpty = service.empty?.includes(page) === true
      const rows = isEmpty ? [] : all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      underWay.push({ page, rows, ...service.tell(all.length) })
    }
    const [answer] = underWay.splice(random.integer(0, Math.max(0, underWay.length - 1)), 1)
    if (answer === undefined) return { verdict: judgePass(open, kept), met, requests }
    const { page, rows, total, pages } = answer
    const fresh = rows.filter((row) => !met.has(row)).length
    for (const row of rows) met.add(row)
    open = learnFrom(open, { rows: rows.length, total, page, pages, hasNext: null })
    open = countFresh(passPage(open, page, rows.length), fresh)
  }
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => index)
const counts = fc.integer({ min: 0, max: 150 })
const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** A list that loses rows, or gets some, anywhere and at any request. */
function changing(count: number, random: Random, isGrowing: boolean) {
  const moments = [rowsOf(count)]
  for (let request = 1; request <= MOST_ASKED; request += 1) {
    const rows = [...(moments.at(-1) ?? [])]
    const isChanged = random.chance(0.2)
    if (isChanged && isGrowing) rows.splice(random.integer(0, rows.length), 0, 1_000 + request)
    if (isChanged && !isGrowing) rows.splice(random.integer(0, rows.length), 1)
    moments.push(rows)
  }
  return {
    rowsAt: (request: number) => moments[request] ?? [],
    /** Rows that were there at every request so far. */
    steady: (requests: number) =>
      (moments[1] ?? []).filter((row) => moments.slice(1, requests + 1).every((rows) => rows.includes(row))),
  }
}

describe('the end of a pass', () => {
  it.each([
    ['that says how long it is', honest],
    ['that says how many rows, not how many pages', (rows: number) => ({ total: rows, pages: null })],
    [
      'that says how many pages, not how many rows',
      (rows: number) => ({ total: null, pages: Math.ceil(rows / PAGE_SIZE) }),
    ],
    ['that says nothing', silent],
  ])('is whole with all of a quiet list %s', (_, tell) => {
    fc.assert(
      fc.property(counts, seeds, (count, seed) => {
        const rows = rowsOf(count)
        const { verdict, met, requests } = readToEnd({ rowsAt: () => rows, tell }, randomFrom(seed))
        expect(verdict).toBe('whole')
        expect(met.size).toBe(count)
        expect(requests).toBeLessThanOrEqual(Math.ceil(count / PAGE_SIZE) + 4)
      }),
      RUNS,
    )
  })

  it('is never whole without a row that was there all the time, while rows go or come', () => {
    fc.assert(
      fc.property(counts, seeds, fc.boolean(), (count, seed, isGrowing) => {
        const random = randomFrom(seed)
        const list = changing(count, random, isGrowing)
        const { verdict, met, requests } = readToEnd({ rowsAt: list.rowsAt, tell: honest }, random)
        if (verdict === 'whole') {
          expect(list.steady(requests).filter((row) => !met.has(row))).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('is never whole without all rows, while they move between pages', () => {
    fc.assert(
      fc.property(counts, seeds, (count, seed) => {
        const random = randomFrom(seed)
        const rowsAt = () => (random.chance(0.5) ? random.shuffle(rowsOf(count)) : rowsOf(count))
        const { verdict, met } = readToEnd({ rowsAt, tell: honest }, random)
        if (verdict === 'whole') expect(met.size).toBe(count)
      }),
      RUNS,
    )
  })

  it('is incomplete where the service announces more than it shows', () => {
    fc.assert(
      fc.property(counts, seeds, fc.integer({ min: 1, max: 40 }), (count, seed, more) => {
        const rows = rowsOf(count)
        const tell = () => honest(count + more)
        expect(readToEnd({ rowsAt: () => rows, tell }, randomFrom(seed)).verdict).toBe('incomplete')
      }),
      RUNS,
    )
  })

  it('is incomplete where a page before the announced end is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 150 }), seeds, fc.nat(), (count, seed, drawn) => {
        const rows = rowsOf(count)
        const empty = [1 + (drawn % Math.floor((count - 1) / PAGE_SIZE))]
        const { verdict } = readToEnd({ rowsAt: () => rows, tell: honest, empty }, randomFrom(seed))
        expect(verdict).toBe('incomplete')
      }),
      RUNS,
    )
  })

  it('is incomplete where no end is announced and an empty page stands before another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 150 }), seeds, fc.nat(), (count, seed, drawn) => {
        const rows = rowsOf(count)
        const last = Math.ceil(count / PAGE_SIZE)
        fc.pre(last > 2)
        const empty = [2 + (drawn % (last - 2))]
        const { verdict } = readToEnd({ rowsAt: () => rows, tell: silent, empty }, randomFrom(seed))
        expect(verdict).toBe('incomplete')
      }),
      RUNS,
    )
  })

  it('is asked for once more behind full pages only', () => {
    let open = newPass
    const takePage = (page: number, rows: number) => {
      open = learnFrom(open, { rows, total: null, page, pages: null, hasNext: null })
      open = countFresh(passPage(open, page, rows), rows)
    }
    takePage(1, PAGE_SIZE)
    takePage(2, 4)
    takePage(3, 0)
    expect(isAtEnd(open)).toBe(true)
    open = newPass
    takePage(1, PAGE_SIZE)
    takePage(2, 0)
    expect(isAtEnd(open)).toBe(false)
    takePage(3, 0)
    expect(isAtEnd(open)).toBe(true)
    expect(judgePass(open, 0)).toBe('whole')
  })

  it('is incomplete where a list of which rows are known is empty without a word', () => {
    const nothing = { rowsAt: () => [], tell: silent }
    expect(readToEnd(nothing, randomFrom(1), 5).verdict).toBe('incomplete')
    expect(readToEnd(nothing, randomFrom(1), 0).verdict).toBe('whole')
    expect(readToEnd({ rowsAt: () => [], tell: honest }, randomFrom(1), 5).verdict).toBe('whole')
  })

  it('comes, whatever a service says and shows', () => {
    const anyPage = fc.record({
      rows: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }),
      total: fc.option(fc.nat({ max: 400 })),
      pages: fc.option(fc.nat({ max: 1_000_000 })),
    })
    fc.assert(
      fc.property(fc.array(anyPage, { minLength: 1, maxLength: 30 }), (answers) => {
        let open = newPass
        const met = new Set<number>()
        let asked = 0
        for (; !isAtEnd(open); asked += 1) {
          const [page] = pagesToAsk(open, [], 1)
          const answer = answers[asked % answers.length]
          if (page === undefined || answer === undefined) break
          const fresh = new Set(answer.rows.filter((row) => !met.has(row))).size
          for (const row of answer.rows) met.add(row)
          open = learnFrom(open, { ...answer, rows: answer.rows.length, page, hasNext: true })
          open = countFresh(passPage(open, page, answer.rows.length), fresh)
        }
        // Every page but the last few brought one of 31 rows.
        expect(asked).toBeLessThanOrEqual(31 * 3 + 3)
      }),
      RUNS,
    )
  })
})
