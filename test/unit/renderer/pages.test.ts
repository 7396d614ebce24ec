import { describe, expect, it } from 'vitest'
import { createPages, type Page, type Place } from '../../../src/renderer/state/pages'
import type { AppError } from '../../../src/shared/errors'
import { err, ok, type Result } from '../../../src/shared/result'

interface Row {
  readonly id: string
  readonly at: number
  readonly note: string
}

/** A list in main, newest first, that counts how it is asked. */
function startMain(size: number) {
  let rows: Row[] = Array.from({ length: size }, (_, i) => ({ id: `row ${i}`, at: size - i, note: '' }))
  let error: AppError | null = null
  const asked: { before: string | undefined; limit: number }[] = []
  return {
    asked,
    fail: (next: AppError | null) => {
      error = next
    },
    change: (next: (rows: Row[]) => Row[]) => {
      rows = next(rows)
    },
    ask: async (before: Place | undefined, limit: number): Promise<Result<Page<Row>, AppError>> => {
      asked.push({ before: before?.id, limit })
      if (error !== null) return err(error)
      const start = before === undefined ? 0 : rows.findIndex(({ id }) => id === before.id) + 1
      return ok({ rows: rows.slice(start, start + limit).map((row) => ({ ...row })), total: rows.length })
    },
  }
}

const follow = (main: ReturnType<typeof startMain>) =>
  createPages<Row>(({ at, id }) => ({ at, id }), main.ask)

const ids = (pages: ReturnType<typeof follow>) => pages.use.getState().rows.map(({ id }) => id)

describe('A list that is read page by page', () => {
  it('knows neither rows nor how many there are before the first answer', () => {
    const pages = follow(startMain(3))
    expect(pages.use.getState()).toEqual({ rows: [], total: null, status: 'loading', error: null })
  })

  it('reads one page at first, however long it is, and knows how long that is', async () => {
    const main = startMain(100_000)
    const pages = follow(main)
    await pages.refresh()
    expect(main.asked).toHaveLength(1)
    expect(pages.use.getState()).toMatchObject({ total: 100_000, status: 'ready' })
    expect(pages.use.getState().rows).toHaveLength(100)
  })

  it('reads on without a gap until the row that somebody looks at is there', async () => {
    const main = startMain(3000)
    const pages = follow(main)
    await pages.refresh()
    await pages.reach(2345)
    expect(pages.use.getState().rows.length).toBeGreaterThan(2345)
    expect(ids(pages)).toEqual(Array.from({ length: pages.use.getState().rows.length }, (_, i) => `row ${i}`))
    expect(Math.max(...main.asked.map(({ limit }) => limit))).toBeLessThanOrEqual(500)
  })

  it('asks for nothing where the rows are there already', async () => {
    const main = startMain(3000)
    const pages = follow(main)
    await pages.refresh()
    const before = main.asked.length
    await pages.reach(50)
    expect(main.asked).toHaveLength(before)
  })

  it('shows a change in one step, as far as somebody looks, and keeps the rows that did not change', async () => {
    const main = startMain(1000)
    const pages = follow(main)
    await pages.refresh()
    await pages.reach(600)
    const [first, second] = pages.use.getState().rows
    const seen: number[] = []
    const stop = pages.use.subscribe(({ rows }) => seen.push(rows.length))

    main.change((rows) => [
      { id: 'new', at: 2000, note: '' },
      ...rows.map((row) => (row.id === 'row 1' ? { ...row, note: 'changed' } : row)),
    ])
    await pages.refresh()
    stop()

    expect(seen).toHaveLength(1)
    expect(ids(pages).slice(0, 3)).toEqual(['new', 'row 0', 'row 1'])
    expect(pages.use.getState().rows[1]).toBe(first)
    expect(pages.use.getState().rows[2]).not.toBe(second)
    expect(pages.use.getState().total).toBe(1001)
  })

  it('lets go of rows that nobody looks at any more when something changed', async () => {
    const pages = follow(startMain(5000))
    await pages.refresh()
    await pages.reach(4000)
    await pages.reach(10)
    await pages.refresh()
    expect(pages.use.getState().rows).toHaveLength(100)
  })

  it('keeps what it has and says why where a reading fails, and mends with the next one', async () => {
    const main = startMain(10)
    const pages = follow(main)
    await pages.refresh()
    main.fail({ kind: 'storage', problem: 'locked' })
    await pages.refresh()
    expect(pages.use.getState()).toMatchObject({
      status: 'failed',
      total: 10,
      error: { kind: 'storage', problem: 'locked' },
    })
    expect(ids(pages)).toHaveLength(10)
    main.fail(null)
    await pages.refresh()
    expect(pages.use.getState()).toMatchObject({ status: 'ready', error: null })
  })

  it('ends where a page has no rows, whatever the count said', async () => {
    const main = startMain(200)
    const pages = follow(main)
    await pages.refresh()
    main.change((rows) => rows.slice(0, 100))
    await pages.reach(199)
    expect(pages.use.getState().total).toBe(100)
  })

  it('runs one reading at a time, and once more for whatever was asked meanwhile', async () => {
    const main = startMain(10)
    const pages = follow(main)
    await Promise.all([pages.refresh(), pages.refresh(), pages.refresh(), pages.refresh()])
    expect(main.asked).toHaveLength(2)
  })

  it('takes one row that main answered', async () => {
    const pages = follow(startMain(3))
    await pages.refresh()
    pages.put({ id: 'row 1', at: 2, note: 'for the library' })
    expect(pages.use.getState().rows[1]?.note).toBe('for the library')
  })
})
