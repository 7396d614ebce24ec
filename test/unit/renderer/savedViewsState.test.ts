import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mailboxes } from '../../../src/renderer/state/mailboxes'
import { useNotices } from '../../../src/renderer/state/notices'
import { isSameView, removeView, savedViews, saveView } from '../../../src/renderer/state/savedViews'
import { refreshTopic } from '../../../src/renderer/state/topics'
import { err, ok } from '../../../src/shared/result'
import type { SavedView } from '../../../src/shared/savedView'

let kept: SavedView[] = []
let isFull = false
const now = () => mailboxes.view.use.getState()

describe('A view under a name', () => {
  beforeEach(() => {
    kept = []
    isFull = false
    useNotices.setState({ notices: [] })
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string, input: SavedView) => {
          if (method === 'views.list') return ok(kept)
          if (method === 'views.remove') {
            kept = kept.filter(({ id }) => id !== input.id)
            return ok({})
          }
          if (method !== 'views.save') return ok({ rows: [], total: 0 })
          if (isFull) return err({ kind: 'storage', problem: 'full' })
          const saved = { ...input, id: 'v1' }
          kept = [saved]
          return ok(saved)
        },
        on: () => () => {},
      },
    })
    mailboxes.view.clear()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('brings search, filters and order back', async () => {
    const view = {
      ...now(),
      search: 'anna',
      tags: ['warm'],
      sort: { by: 'renews', isDescending: true } as const,
    }
    await saveView({ list: 'mailboxes', name: 'Warm', view })
    const [saved] = savedViews.use.getState().data ?? []
    expect(saved?.name).toBe('Warm')
    if (saved?.list === 'mailboxes') mailboxes.view.show(saved.view)
    expect(now()).toEqual(view)
  })

  it('is the one in sight while the list shows exactly that', () => {
    const { sort, ...filters } = now()
    const view = { ...filters, sort }
    expect(isSameView(view, { sort, ...filters })).toBe(true)
    expect(isSameView(view, { ...view, isUnseen: true })).toBe(false)
    expect(isSameView(view, { ...view, sort: { ...sort, isDescending: !sort.isDescending } })).toBe(false)
  })

  it('that is removed can be had back', async () => {
    const saved = await saveView({ list: 'mailboxes', name: 'Warm', view: now() })
    expect(saved).not.toBeNull()
    if (saved === null) return
    await removeView(saved)
    expect(savedViews.use.getState().data).toEqual([])
    useNotices.getState().notices.at(-1)?.offer?.run()
    await vi.waitFor(() => expect(savedViews.use.getState().data).toMatchObject([{ name: 'Warm' }]))
  })

  it('that could not be kept is told, and is none', async () => {
    isFull = true
    expect(await saveView({ list: 'mailboxes', name: 'Warm', view: now() })).toBeNull()
    expect(useNotices.getState().notices.at(-1)?.tone).toBe('bad')
    expect(savedViews.use.getState().data).toEqual([])
  })

  it('appears where it was saved by another window', async () => {
    kept = [{ id: 'v2', list: 'mailboxes', name: 'Elsewhere', view: now() }]
    await refreshTopic('views')
    expect(savedViews.use.getState().data).toMatchObject([{ name: 'Elsewhere' }])
  })
})
