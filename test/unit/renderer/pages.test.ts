import { describe, expect, it } from 'vitest'
import { createPages, type Page } from '../../../src/renderer/state/pages'
import type { AppError } from '../../../src/shared/errors'
import { err, ok, type Result } from '../../../src/shared/result'

interface Row {
  readonly id: string
  readonly note: string
}

/** A list in main that counts how it is asked. */
function startMain(size: number) {
  let rows: Row[] = Array.from({ length: size }, (_, i) => ({ id: `row ${i}`, note: '' }))
  let error: AppError | null = null
  let answering = Promise.resolve()
  const asked: { offset: number; limit: number }[] = []
  const sought: string[] = []
  return {
    asked,
    sought,
    fail: (next: AppError | null) => {
      error = next
    },
    change: (next: (rows: Row[]) => Row[]) => {
      rows = next(rows)
    },
    /** Answers wait until the returned function is called. */
    hold: () => {
      let release = () => {}
      answering = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    ask: async (offset: number, limit: number): Promise<Result<Page<Row>, AppError>> => {
      asked.push({ offset, limit })
      const failure = error
      const page = { rows: rows.slice(offset, offset + limit).map((row) => ({ ...row })), total: rows.length }
      await answering
      return failure === null ? ok(page) : err(failure)
    },
    find: async (id: string): Promise<number | null> => {
      sought.push(id)
      const index = rows.findIndex((row) => row.id === id)
      return index < 0 ? null : index
    },
  }
}

const follow = ({ ask, find }: ReturnType<typeof startMain>) => createPages<Row>({ ask, find })
const ids = (pages: ReturnType<typeof follow>) => pages.use.getState().rows.map(({ id }) => id)
/** The id of the row that the window holds for a place. */
const at = (pages: ReturnType<typeof follow>, index: number) => {
  const { offset, rows } = pages.use.getState()
  return rows[index - offset]?.id
}
const newRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `new ${i}`, note: '' }))

describe('A list that is read where somebody looks', () => {
  it('knows neither rows nor how many there are before the first answer', () => {
    expect(follow(startMain(3)).use.getState()).toEqual({
      offset: 0,
      rows: [],
      total: null,
      answer: null,
      status: 'loading',
      error: null,
    })
  })

  it('asks of another list for little more than is seen at once, and reads on when somebody goes on', async () => {
    const main = startMain(100_000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(0, 17)
    const before = main.asked.length
    await pages.restart()
    expect(main.asked.at(-1)?.limit).toBeLessThan(60)
    await pages.look(0, 17)
    expect(main.asked).toHaveLength(before + 1)
    await pages.look(20, 37)
    expect(main.asked).toHaveLength(before + 2)
    expect(at(pages, 90)).toBe('row 90')
  })

  it('asks of another list for all that a high window shows at once', async () => {
    const main = startMain(100_000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(0, 69)
    const before = main.asked.length
    await pages.restart()
    await pages.look(0, 69)
    expect(main.asked).toHaveLength(before + 1)
  })

  it('reads one page at first, however long it is, and knows how long that is', async () => {
    const main = startMain(100_000)
    const pages = follow(main)
    await pages.refresh()
    expect(main.asked).toHaveLength(1)
    expect(pages.use.getState()).toMatchObject({ total: 100_000, status: 'ready', offset: 0 })
    expect(pages.use.getState().rows.length).toBeLessThanOrEqual(200)
  })

  it('reads one page to jump to the end of a hundred thousand rows', async () => {
    const main = startMain(100_000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(99_970, 99_999)
    expect(main.asked).toHaveLength(2)
    expect(at(pages, 99_999)).toBe('row 99999')
    expect(pages.use.getState().rows.length).toBeLessThanOrEqual(200)
    expect(main.asked[1]?.limit).toBeLessThanOrEqual(500)
  })

  it('keeps the old rows drawn until the new ones are there', async () => {
    const main = startMain(1000)
    const pages = follow(main)
    await pages.refresh()
    const release = main.hold()
    const looking = pages.look(500, 530)
    expect(at(pages, 0)).toBe('row 0')
    release()
    await looking
    expect(at(pages, 515)).toBe('row 515')
  })

  it('asks for nothing where the rows are there already', async () => {
    const main = startMain(3000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(10, 50)
    expect(main.asked).toHaveLength(1)
  })

  it('reads on before the end of what is there comes into sight', async () => {
    const main = startMain(3000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(60, 95)
    expect(main.asked).toHaveLength(2)
    expect(at(pages, 120)).toBe('row 120')
  })

  it('shows a change in one step, reads only what is in sight, and keeps the rows that did not change', async () => {
    const main = startMain(1000)
    const pages = follow(main)
    await pages.refresh()
    const [first, second] = pages.use.getState().rows
    const before = main.asked.length
    const seen: number[] = []
    const stop = pages.use.subscribe(({ rows }) => seen.push(rows.length))
    main.change((rows) => [
      ...newRows(1),
      ...rows.map((row) => (row.id === 'row 1' ? { ...row, note: 'changed' } : row)),
    ])
    await pages.refresh()
    stop()
    expect(seen).toHaveLength(1)
    expect(main.asked.length - before).toBe(1)
    expect(ids(pages).slice(0, 3)).toEqual(['new 0', 'row 0', 'row 1'])
    expect(pages.use.getState().rows[1]).toBe(first)
    expect(pages.use.getState().rows[2]).not.toBe(second)
    expect(pages.use.getState().total).toBe(1001)
  })

  it('stays with what somebody reads when many rows come above it', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(2000, 2030)
    pages.hold('row 2000')
    main.change((rows) => [...newRows(700), ...rows])
    await pages.refresh()
    expect(main.sought).toEqual(['row 2000'])
    expect(at(pages, 2700)).toBe('row 2000')
  })

  it('stays with a row that is held near its top, time and again', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(0, 17)
    pages.hold('row 10')
    main.change((rows) => [...newRows(700), ...rows])
    await pages.refresh()
    expect(at(pages, 710)).toBe('row 10')
    expect(at(pages, 717)).toBe('row 17')
    main.change((rows) => [...newRows(900), ...rows.slice(700)])
    await pages.refresh()
    expect(at(pages, 910)).toBe('row 10')
    expect(at(pages, 917)).toBe('row 17')
  })

  it('stays with it also where it only reads on, and the list has changed meanwhile', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    pages.hold('row 60')
    main.change((rows) => [...newRows(700), ...rows])
    await pages.look(60, 95)
    expect(at(pages, 760)).toBe('row 60')
    expect(at(pages, 795)).toBe('row 95')
  })

  it('stays with it where more rows come above it, between one answer and the next', async () => {
    const main = startMain(5000)
    const readings = { left: 3 }
    const pages = createPages<Row>({
      ask: main.ask,
      find: async (id) => {
        const place = await main.find(id)
        readings.left -= 1
        if (readings.left > 0)
          main.change((rows) => [
            ...newRows(300).map(({ id }) => ({ id: `${id} ${readings.left}`, note: '' })),
            ...rows,
          ])
        return place
      },
    })
    await pages.refresh()
    pages.hold('row 10')
    main.change((rows) => [...newRows(100), ...rows])
    await pages.refresh()
    expect(main.sought).toHaveLength(3)
    expect(at(pages, 710)).toBe('row 10')
    expect(at(pages, 717)).toBe('row 17')
  })

  it('stays with it where a window that draws late looks at where it was', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(0, 17)
    pages.hold('row 10')
    main.change((rows) => [...newRows(300), ...rows])
    await pages.refresh()
    await pages.look(0, 18)
    main.change((rows) => [...newRows(700), ...rows.slice(300)])
    await pages.refresh()
    expect(at(pages, 710)).toBe('row 10')
  })

  it('stays at its top where no row is held, or the one that is held has gone', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    main.change((rows) => [...newRows(700), ...rows])
    await pages.refresh()
    expect(at(pages, 0)).toBe('new 0')
    pages.hold('new 10')
    main.change((rows) => rows.slice(700))
    await pages.refresh()
    expect(at(pages, 0)).toBe('row 0')
  })

  it('does not look for what it reads where that is still in sight', async () => {
    const main = startMain(5000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(2000, 2030)
    pages.hold('row 2000')
    main.change((rows) => [...newRows(5), ...rows])
    await pages.refresh()
    expect(main.sought).toEqual([])
    expect(at(pages, 2005)).toBe('row 2000')
  })

  it('throws an answer away that a newer question has overtaken', async () => {
    const main = startMain(10)
    const pages = follow(main)
    await pages.refresh()
    const seen: (string | undefined)[] = []
    const stop = pages.use.subscribe(({ rows }) => seen.push(rows[0]?.id))
    const release = main.hold()
    main.change(() => [{ id: 'of the first word', note: '' }])
    const first = pages.restart()
    main.change(() => [{ id: 'of the second word', note: '' }])
    const second = pages.restart()
    release()
    await Promise.all([first, second])
    stop()
    expect(seen).toEqual(['of the second word'])
  })

  it('begins another list at its start', async () => {
    const pages = follow(startMain(5000))
    await pages.refresh()
    await pages.look(4000, 4030)
    pages.hold('row 4000')
    const restarted = pages.restart()
    // Its old rows are drawn until the new ones are there.
    pages.hold('row 4000')
    await restarted
    expect(pages.use.getState().offset).toBe(0)
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
    await pages.look(0, 5)
    expect(pages.use.getState()).toMatchObject({ status: 'ready', error: null })
  })

  it('shows the last rows where the list has become shorter than the place looked at', async () => {
    const main = startMain(2000)
    const pages = follow(main)
    await pages.refresh()
    await pages.look(1960, 1999)
    main.change((rows) => rows.slice(0, 300))
    await pages.refresh()
    expect(pages.use.getState().total).toBe(300)
    expect(at(pages, 299)).toBe('row 299')
  })

  it('is empty where it has no first row, whatever the count says', async () => {
    const pages = createPages<Row>({ ask: async () => ok({ rows: [], total: 7 }) })
    await pages.refresh()
    expect(pages.use.getState()).toMatchObject({ total: 0, status: 'ready' })
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
    pages.put({ id: 'row 1', note: 'for the library' })
    expect(pages.use.getState().rows[1]?.note).toBe('for the library')
  })
})
