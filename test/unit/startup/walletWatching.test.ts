import { expect, it, onTestFinished } from 'vitest'
import { watchWallets } from '../../../src/main/startup/walletWatching'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { take } from '../../support/actions/take'
import { KEY, simulate } from '../sync/simulation'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * An account whose only subscription comes to 84 dollars in two days; each wallet that was told of, by its account's name.
 * `shows`: whether there is anybody to tell.
 */
async function scene(balance: number, shows: () => boolean = () => true) {
  const sim = simulate({ holds: { mailboxes: 2, domains: 1, subscriptions: 1 } })
  const held = sim.service.holdingsOf(KEY)
  const hold = (walletBalance: number) => {
    held.wallet = { ...held.wallet, walletBalance, autoRechargeEnabled: false }
  }
  hold(balance)
  const [only] = held.subscriptions
  if (only === undefined) throw new Error('no subscription')
  const periodEnd = new Date(sim.clock.now() + 2 * DAY).toISOString()
  held.subscriptions[0] = { ...only, subscriptionStatus: 'ACTIVE', price: 84, periodEnd }
  const told: string[][] = []
  watchWallets(sim.context, async (wallets) => {
    if (!shows()) return false
    told.push(wallets.map(({ accountName }) => accountName))
    return true
  })
  onTestFinished(() => {
    sim.context.fleetRuns.isClosed = true
  })
  const { name } = await sim.connect()
  const read = async () => {
    const begun = refreshFleet(sim.context, {})
    await sim.clock.pass(0)
    take(await begun)
    await sim.rest()
    await sim.clock.pass(MINUTE)
  }
  await read()
  return { sim, told, name, hold, read }
}

it('tells of a wallet that does not hold the week once a day, however often it is read', async () => {
  const { sim, told, name, read } = await scene(80)
  expect(told).toEqual([[name]])
  await read()
  await read()
  expect(told).toHaveLength(1)
  await sim.clock.pass(DAY)
  await read()
  expect(told).toEqual([[name], [name]])
})

it('tells nothing of a wallet that holds it, until it does not', async () => {
  const { told, name, hold, read } = await scene(84)
  expect(told).toEqual([])
  hold(83.99)
  await read()
  expect(told).toEqual([[name]])
})

it('tells what nobody was told as soon as there is somebody', async () => {
  let isShowing = false
  const { told, name, read } = await scene(80, () => isShowing)
  expect(told).toEqual([])
  isShowing = true
  await read()
  await read()
  expect(told).toEqual([[name]])
})
