import { describe, expect, it, vi } from 'vitest'
import { createEndings } from '../../../src/main/startup/endings'
import type { NotificationWords } from '../../../src/shared/text/notifications'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { LATE_MS } from '../../support/late'

const here = worldPerTest()

/** Endings with nobody at the window, and what the desktop was asked to show. */
function unwatched() {
  const shown: NotificationWords[] = []
  const endings = createEndings({
    store: here.world.context.store,
    window: () => ({
      isOpen: false,
      isWatched: false,
      tell: () => undefined,
      show: () => undefined,
      showAddress: () => undefined,
      fixPath: () => undefined,
      command: () => undefined,
    }),
    notifications: {
      show: async (words) => shown.push(words),
      canShow: async () => true,
    },
    askToCopy: () => undefined,
    onChange: () => undefined,
  })
  return { endings, shown }
}

const copied = (email: string) =>
  ({ ok: true, value: { id: email, email, accountId: '', state: 'created', isCopied: true } }) as const

describe('a notification', () => {
  it('counts what was created together', async () => {
    const { endings, shown } = unwatched()
    endings.tell(copied('one@ig.do'))
    endings.tell(copied('two@ig.do'))
    await vi.waitFor(() => expect(shown).toHaveLength(2), LATE_MS)
    expect(shown.at(-1)?.title).toBe('2 addresses created')
  })

  it('counts nothing as created that was only copied again', async () => {
    const { endings, shown } = unwatched()
    endings.tell(copied('one@ig.do'))
    endings.tellCopied('older@ig.do', 'older@ig.do')
    endings.tellCopied('oldest@ig.do', 'oldest@ig.do')
    await vi.waitFor(() => expect(shown).toHaveLength(3), LATE_MS)
    expect(shown.map(({ title }) => title)).toEqual(['Address copied', 'Address copied', 'Address copied'])
  })
})
