import { describe, expect, it } from 'vitest'
import { createWalletNews } from '../../../src/main/startup/walletNews'
import type { LowWallet } from '../../../src/shared/billing'
import type { NotificationWords } from '../../../src/shared/text/notifications'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

const WALLETS: readonly LowWallet[] = [
  { accountId: 'b', accountName: 'Studio' },
  { accountId: 'a', accountName: 'Agency' },
]

/** What is shown on the desktop of these wallets, where a click on it leads, and whether they count as told of. */
async function newsOf(wallets: readonly LowWallet[], number: number | null = 1) {
  const shown: NotificationWords[] = []
  const led: string[] = []
  const tell = createWalletNews({
    store: here.world.context.store,
    notifications: {
      show: async (words, onClick) => {
        shown.push(words)
        onClick()
        return number
      },
      canShow: async () => true,
    },
    lead: ({ accountId }) => led.push(accountId),
  })
  const isTold = await tell(wallets)
  return { isTold, shown: shown.map(({ title, body }) => `${title}. ${body}`), led }
}

describe('Low wallets', () => {
  it('are told of in one notification, which leads to what the first of them pays', async () => {
    expect(await newsOf(WALLETS)).toEqual({
      shown: ['2 Litemail wallets are low. Studio, Agency. They do not hold what renews in the next 7 days.'],
      led: ['b'],
      isTold: true,
    })
  })

  it('are not named where notifications name no address', async () => {
    await here.world.context.store.write('settings.update', { isAddressNotified: false })
    const { shown } = await newsOf(WALLETS.slice(0, 1))
    expect(shown).toEqual(['The Litemail wallet is low. It does not hold what renews in the next 7 days.'])
  })

  it('are not told of where notifications are off', async () => {
    await here.world.context.store.write('settings.update', { isNotifying: false })
    expect(await newsOf(WALLETS)).toEqual({ shown: [], led: [], isTold: false })
  })

  it('are not told of where nothing on the desktop shows it', async () => {
    expect(await newsOf(WALLETS, null)).toMatchObject({ isTold: false })
  })
})
