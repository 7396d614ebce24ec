import { describe, expect, it } from 'vitest'
import { createHealthNews } from '../../../src/main/startup/healthNews'
import type { Loss } from '../../../src/shared/health'
import type { NotificationWords } from '../../../src/shared/text/notifications'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

const LOSSES: readonly Loss[] = [
  { mark: 'dmarc', isLost: true, domains: ['acme.example', 'other.example'] },
  { mark: 'spf', isLost: false, domains: ['acme.example'] },
]

/** What is shown on the desktop of these losses, and to which domains a click on it leads: those that miss any of it. */
async function newsOf(losses: readonly Loss[]) {
  const shown: NotificationWords[] = []
  const led: string[][] = []
  const tell = createHealthNews({
    store: here.world.context.store,
    notifications: {
      show: async (words, onClick) => {
        shown.push(words)
        onClick()
        return 1
      },
      canShow: async () => true,
    },
    lead: (missing) => led.push(missing),
  })
  await tell(losses)
  return { shown: shown.map(({ title }) => title), led }
}

describe('What domains lost', () => {
  it('is told in one notification, which leads to those that miss it', async () => {
    expect(await newsOf(LOSSES)).toEqual({
      shown: ['The DNS of 2 domains is not as it should be'],
      led: [['dmarc', 'spf']],
    })
  })

  it('is not told where notifications are off', async () => {
    await here.world.context.store.write('settings.update', { isNotifying: false })
    expect(await newsOf(LOSSES)).toEqual({ shown: [], led: [] })
  })
})
