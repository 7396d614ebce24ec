import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/state/app'
import { mailboxes } from '../../../src/renderer/state/mailboxes'
import { useNotices } from '../../../src/renderer/state/notices'
import { refreshTopic } from '../../../src/renderer/state/topics'
import { err, ok } from '../../../src/shared/result'

interface Asked {
  readonly method: string
  readonly input: Record<string, unknown>
}

const asked: Asked[] = []
const listeners = new Map<string, (payload: unknown) => void>()
let answers: Record<string, (input: Record<string, unknown>) => unknown> = {}

const row = (id: string, over = {}) => ({ id, email: `${id}@x.example`, note: '', isUnseen: false, ...over })
const facets = {
  workspaces: [],
  domains: [],
  statuses: [],
  tags: [],
  renewing: { within7: 0, within30: 0 },
  unseen: 0,
}
const countOf = (method: string) => asked.filter((each) => each.method === method).length
const lastWords = () => useNotices.getState().notices.at(-1)?.words

describe('The list of mailboxes', () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    useNotices.setState({ notices: [] })
    answers = {
      'mailboxes.list': () => ok({ rows: [row('1'), row('2')], total: 2 }),
      'mailboxes.facets': () => ok(facets),
      'mailboxes.get': ({ id }) => ok({ mailbox: row(String(id)), other: [] }),
    }
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string, input: Record<string, unknown>) => {
          asked.push({ method, input })
          return answers[method]?.(input)
        },
        on: (event: string, listener: (payload: unknown) => void) => {
          listeners.set(event, listener)
          return () => listeners.delete(event)
        },
      },
    })
    usePlace.setState({ screen: 'mailboxes' })
    mailboxes.view.clear()
    mailboxes.details.close()
    await mailboxes.refresh()
    await vi.advanceTimersByTimeAsync(5_000)
    asked.length = 0
  })
  afterEach(async () => {
    await vi.advanceTimersByTimeAsync(5_000)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is read again a few times a second at most while its rows change many times a second', async () => {
    for (let change = 0; change < 100; change++) {
      void refreshTopic('mailboxes')
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(countOf('mailboxes.list')).toBeGreaterThanOrEqual(4)
    expect(countOf('mailboxes.list')).toBeLessThanOrEqual(6)
  })

  it('counts its choices while it goes on changing, and not with each change', async () => {
    for (let change = 0; change < 250; change++) {
      void refreshTopic('mailboxes')
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(countOf('mailboxes.facets')).toBeGreaterThanOrEqual(3)
    expect(countOf('mailboxes.facets')).toBeLessThanOrEqual(15)
  })

  it('is not read while nobody looks at it', async () => {
    usePlace.setState({ screen: 'addresses' })
    await refreshTopic('mailboxes')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked).toEqual([])
  })

  it('keeps each row that says the same, so that nothing is drawn anew', async () => {
    const before = mailboxes.pages.use.getState().rows
    answers['mailboxes.list'] = () => ok({ rows: [row('1'), row('2', { status: 'ACTIVE' })], total: 2 })
    await mailboxes.refresh()
    const after = mailboxes.pages.use.getState().rows
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })

  it('opened from elsewhere shows what was asked for and leaves out no more', async () => {
    mailboxes.view.change({ search: 'anna', statuses: ['ACTIVE'] })
    usePlace.setState({ screen: 'domains' })
    mailboxes.open({ domains: ['x.example'] })
    await vi.advanceTimersByTimeAsync(0)
    expect(usePlace.getState().screen).toBe('mailboxes')
    const page = asked.findLast(({ input }) => input.limit !== 1)
    expect(page?.input).toMatchObject({
      view: { search: '', statuses: [], domains: ['x.example'], sort: { by: 'address' } },
    })
  })

  it('calls a view filtered that leaves something out, whatever its order and the blanks in its search', () => {
    const { unfiltered } = mailboxes.view
    const view = unfiltered(mailboxes.view.use.getState())
    const sorted = { ...view, sort: { by: 'renews', isDescending: true } as const }
    expect(mailboxes.isFiltered(view)).toBe(false)
    expect(mailboxes.isFiltered({ ...sorted, search: '  ' })).toBe(false)
    expect(mailboxes.isFiltered({ ...view, isUnseen: true })).toBe(true)
    expect(mailboxes.isFiltered({ ...view, renewsWithin: 30 })).toBe(true)
    expect(mailboxes.isFiltered({ ...view, statuses: [null] })).toBe(true)
  })

  it('shows a note where it was written, in the list and in the details', async () => {
    mailboxes.details.open('2')
    await vi.advanceTimersByTimeAsync(0)
    answers['mailboxes.setNote'] = ({ id, note }) => ok(row(String(id), { note }))
    answers['mailboxes.get'] = ({ id }) => ok({ mailbox: row(String(id), { note: 'warm' }), other: [] })
    expect(await mailboxes.saveNote('2', 'warm')).toBe(true)
    expect(mailboxes.pages.use.getState().rows[1]?.note).toBe('warm')
    expect(mailboxes.details.use.getState().about?.mailbox.note).toBe('warm')
  })

  it('says so where a note is not kept', async () => {
    answers['mailboxes.setNote'] = () => err({ kind: 'storage', problem: 'full' })
    expect(await mailboxes.saveNote('2', 'warm')).toBe(false)
    expect(useNotices.getState().notices).toHaveLength(1)
    expect(mailboxes.pages.use.getState().rows[1]?.note).toBe('')
  })

  it('tells how many were copied, and how many were gone', async () => {
    answers['mailboxes.copy'] = () => ok({ copied: 1_200, left: 3 })
    await mailboxes.copy({ ids: ['1'] })
    expect(lastWords()).toBe('Copied 1,200 mailboxes. 3 left out: no longer here.')
  })

  describe('written into a file', () => {
    const view = () => ({ view: mailboxes.view.use.getState() })
    let finish: (result: unknown) => void = () => {}

    beforeEach(() => {
      answers['mailboxes.export'] = () =>
        new Promise((resolve) => {
          finish = resolve
        })
    })

    it('tells its progress, and not that of another one', async () => {
      void mailboxes.exporting.start(view())
      const { now } = mailboxes.exporting.use.getState()
      expect(now?.progress).toBeNull()
      listeners.get('export-progress')?.({ requestId: 'another', done: 9, total: 10 })
      expect(mailboxes.exporting.use.getState().now?.progress).toBeNull()
      listeners.get('export-progress')?.({ requestId: now?.requestId, done: 400, total: 2_400 })
      expect(mailboxes.exporting.use.getState().now?.progress).toEqual({ done: 400, total: 2_400 })
      finish(ok({ fileName: 'mailboxes.csv', count: 2_400, bytes: 120_000 }))
      await vi.advanceTimersByTimeAsync(0)
      expect(mailboxes.exporting.use.getState().now).toBeNull()
      expect(lastWords()).toBe('Exported 2,400 mailboxes to mailboxes.csv (120 kB).')
    })

    it('is written once, however often it is asked for meanwhile', async () => {
      void mailboxes.exporting.start(view())
      void mailboxes.exporting.start(view())
      finish(ok(null))
      await vi.advanceTimersByTimeAsync(0)
      expect(countOf('mailboxes.export')).toBe(1)
    })

    it('says nothing where no file was chosen, and why where it failed', async () => {
      void mailboxes.exporting.start(view())
      finish(ok(null))
      await vi.advanceTimersByTimeAsync(0)
      expect(useNotices.getState().notices).toEqual([])
      void mailboxes.exporting.start(view())
      finish(err({ kind: 'file', problem: 'full', line: null }))
      await vi.advanceTimersByTimeAsync(0)
      expect(useNotices.getState().notices).toHaveLength(1)
    })
  })
})
