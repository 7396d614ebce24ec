import { describe, expect, it, vi } from 'vitest'
import { createMirror } from '../../../src/renderer/state/mirror'
import { createPages, type Page } from '../../../src/renderer/state/pages'
import type { AppError } from '../../../src/shared/errors'
import { ok, type Result } from '../../../src/shared/result'

/** Questions that main answers when the test says so, in their order. */
function questions<T>() {
  const open: ((answer: Result<T, AppError>) => void)[] = []
  return {
    open,
    ask: () => new Promise<Result<T, AppError>>((resolve) => open.push(resolve)),
    answer: (value: T) => open.shift()?.(ok(value)),
  }
}

const pageOf = (state: string) => ({ rows: [{ id: 'a', state }], total: 1 })

describe('what is followed', () => {
  it('is a list from its first question on: what changes before that is answered is read once more', async () => {
    const { open, ask, answer } = questions<Page<{ id: string; state: string }>>()
    const pages = createPages({ ask })
    void pages.refresh()
    void pages.follow()
    answer(pageOf('sending'))
    await vi.waitFor(() => expect(open).toHaveLength(1))
    answer(pageOf('done'))
    await vi.waitFor(() => expect(pages.use.getState().rows).toEqual([{ id: 'a', state: 'done' }]))
  })

  it('is no list that nobody has asked for', async () => {
    const { open, ask } = questions<Page<{ id: string; state: string }>>()
    await createPages({ ask }).follow()
    expect(open).toEqual([])
  })

  it('is an answer from its first question on, and none that nobody has asked for', async () => {
    const { open, ask, answer } = questions<string>()
    const mirror = createMirror(ask)
    await mirror.follow()
    expect(open).toEqual([])
    void mirror.refresh()
    void mirror.follow()
    answer('before')
    await vi.waitFor(() => expect(open).toHaveLength(1))
    answer('after')
    await vi.waitFor(() => expect(mirror.use.getState().data).toBe('after'))
  })
})
