import { describe, expect, it, onTestFinished } from 'vitest'
import { createFleetRefreshing, type FleetRefreshing } from '../../../src/main/startup/fleetRefreshing'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { take } from '../../support/actions/take'
import { litemailLimits } from '../../support/litemail/switches'
import { KEY, type Simulation, type SimulationOptions, simulate } from '../sync/simulation'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WORKSPACES = 2
const HOLDS = { workspaces: WORKSPACES, domains: 6, mailboxes: 40 }
/** The wallet, and the first pages of mailboxes and domains. */
const REQUESTS_OF_COUNTS = 1 + 2 * WORKSPACES

interface Scene {
  readonly sim: Simulation
  readonly refreshing: FleetRefreshing
  isShown: boolean
  /** Requests since this was asked last. */
  asked(): string[]
  /** The computer sleeps: its clock goes on, and nothing else does. */
  sleep(ms: number): void
}

async function scene(options: SimulationOptions = {}, key?: 'jwt'): Promise<Scene> {
  const sim = simulate({ holds: HOLDS, limits: litemailLimits(), ...options })
  if (key === 'jwt') await sim.connect(sim.service.makeToken('anna', 72 * HOUR), 'jwt')
  else await sim.connect()
  const here: Scene = {
    sim,
    isShown: false,
    refreshing: createFleetRefreshing(sim.context, { isShown: () => here.isShown }),
    asked() {
      const now = sim.arrivals.slice(told).map(({ operation }) => operation)
      told = sim.arrivals.length
      return now
    },
    sleep: (ms) => sim.clock.setEpoch(sim.clock.now() + ms),
  }
  let told = sim.arrivals.length
  onTestFinished(() => {
    sim.context.fleetRuns.isClosed = true
  })
  return here
}

/** Somebody opens the window, looks at it until all is read, and closes it. */
async function showOnce(here: Scene): Promise<void> {
  here.isShown = true
  here.refreshing.look()
  await here.sim.clock.pass(30_000)
  here.isShown = false
}

const count = (operations: readonly string[], operation: string): number =>
  operations.filter((one) => one === operation).length

describe('reading the fleet by itself', () => {
  it('asks nothing before a window was shown, however long that takes', async () => {
    const here = await scene()
    here.refreshing.wake()
    await here.sim.clock.pass(24 * HOUR)
    expect(here.asked()).toEqual([])
  })

  it('reads everything once a window is shown, and again at a look ten minutes later', async () => {
    const here = await scene()
    here.isShown = true
    here.refreshing.look()
    await here.sim.clock.pass(1_000)
    expect(here.asked()).toEqual([])
    await here.sim.clock.pass(30_000)
    expect(new Set(here.asked())).toEqual(
      new Set([
        ...['users.get', 'workspaces.list', 'mailboxes.list', 'domains.list', 'subscriptions.list'],
        ...['tags.list', 'wallet.balance'],
      ]),
    )
    here.refreshing.look()
    await here.sim.clock.pass(9 * MINUTE)
    here.refreshing.look()
    expect(here.asked()).toEqual([])
    await here.sim.clock.pass(2 * MINUTE)
    here.refreshing.look()
    await here.sim.clock.pass(30_000)
    expect(count(here.asked(), 'workspaces.list')).toBe(1)
  })

  it('reads an account that is connected while a window is open', async () => {
    const here = await scene()
    await showOnce(here)
    here.asked()
    here.sim.service.addUser({ id: 'berta', keys: ['lm_live_simulated_0000000000002'], holds: HOLDS })
    await here.sim.connect('lm_live_simulated_0000000000002')
    await here.sim.clock.pass(30_000)
    expect(here.asked()).toContain('mailboxes.list')
  })

  it('asks nothing that nobody looks at within a minute of the start', async () => {
    const here = await scene()
    here.isShown = true
    here.refreshing.look()
    await here.sim.clock.pass(20_000)
    here.isShown = false
    here.asked()
    here.sleep(7 * HOUR)
    await here.sim.clock.pass(35_000)
    expect(here.asked()).toEqual([])
    await here.sim.clock.pass(2 * MINUTE)
    expect(here.asked()).toContain('workspaces.list')
  })

  it('never reads with a JWT what nobody looks at', async () => {
    const here = await scene({}, 'jwt')
    await showOnce(here)
    expect(here.asked()).not.toEqual([])
    await here.sim.clock.pass(12 * HOUR)
    here.sleep(8 * HOUR)
    here.refreshing.wake()
    await here.sim.clock.pass(HOUR)
    expect(here.asked()).toEqual([])
  })

  it('goes on at once where the server is reached again', async () => {
    const here = await scene()
    here.isShown = true
    here.sim.isReached = false
    here.sim.network = () => ({ kind: 'failure', failure: 'offline', isSent: false, status: null })
    here.refreshing.look()
    await here.sim.clock.pass(HOUR)
    expect(here.asked()).toEqual([])
    here.sim.network = null
    here.sim.isReached = true
    here.refreshing.reach()
    await here.sim.clock.pass(20_000)
    expect(here.asked()).toContain('mailboxes.list')
  })

  it('asks no account whose key was refused', async () => {
    const here = await scene()
    await showOnce(here)
    here.sim.service.revokeKey(KEY, 'Invalid API key')
    await here.sim.clock.pass(31 * MINUTE)
    expect(count(here.asked(), 'users.get')).toBeGreaterThan(0)
    await here.sim.clock.pass(12 * HOUR)
    here.isShown = true
    here.refreshing.look()
    await here.sim.clock.pass(MINUTE)
    expect(here.asked()).toEqual([])
  })
})

describe('a note about what is gone', () => {
  it.each([
    ['is kept where the clock stands a year ahead for some minutes', 1, 'mine'],
    ['is forgotten after 30 days all the same', 31, ''],
  ])('%s', async (_, days, expected) => {
    const { sim } = await scene()
    const { store } = sim.context
    const read = async () => {
      await refreshFleet(sim.context, {})
      await sim.rest()
      const page = { view: mailboxesByAddress, offset: 0, limit: 1, now: sim.clock.now() }
      return take(await store.read('mailboxes.list', page)).rows[0]
    }
    const row = await read()
    take(await store.write('mailboxes.setNote', { id: row?.id ?? '', note: 'mine' }))
    const { accountId, serviceId } = row ?? { accountId: '', serviceId: '' }
    take(
      await store.write('fleet.markGone', { accountId, noun: 'mailboxes', serviceId, at: sim.clock.now() }),
    )
    await sim.clock.pass(2 * DAY)
    const right = sim.clock.now()
    sim.clock.setEpoch(right + 365 * DAY)
    await sim.clock.pass(10 * MINUTE)
    sim.clock.setEpoch(right + 10 * MINUTE)
    for (let day = 1; day <= days; day += 1) await sim.clock.pass(DAY)
    // The service shows it again.
    expect(await read()).toMatchObject({ serviceId, note: expected })
  })
})

describe('72 hours in the tray of a computer that sleeps at night', () => {
  it('asks for the wallet and counts every half an hour, for lists every six hours, and is refused nothing', async () => {
    const here = await scene()
    const { sim } = here
    // The same user's second account, as a restored backup brings it: one allowance for both.
    const [account] = take(await sim.context.store.read('litemail.accounts'))
    if (account === undefined) throw new Error('there is no account')
    const twin = { ...account, id: '00000000-0000-4000-8000-000000000002', name: 'Twin', removedAt: null }
    take(await sim.context.keys.keep(twin, KEY))
    take(await sim.context.store.write('litemail.insertAccount', twin))
    await showOnce(here)
    here.asked()

    const nights = 3
    for (let night = 0; night < nights; night += 1) {
      await sim.clock.pass(16 * HOUR)
      here.sleep(8 * HOUR)
      here.refreshing.wake()
    }
    await sim.clock.pass(MINUTE)

    const operations = here.asked()
    const accounts = 2
    // Awake for 16 hours a day; lists are due at each waking, and 6 and 12 hours later.
    const halfHours = accounts * nights * 16 * 2
    const passes = accounts * nights * 3
    const counts = halfHours - passes
    const about = (figure: number) => [figure * 0.9, figure * 1.1] as const
    const expectAbout = (operation: string, figure: number) => {
      const [least, most] = about(figure)
      expect(count(operations, operation), operation).toBeGreaterThanOrEqual(least)
      expect(count(operations, operation), operation).toBeLessThanOrEqual(most)
    }
    expectAbout('wallet.balance', halfHours)
    expectAbout('workspaces.list', passes)
    expectAbout('mailboxes.list', (counts + passes) * WORKSPACES)
    expectAbout('domains.list', (counts + passes) * WORKSPACES)
    expect(operations.length).toBeGreaterThan(counts * REQUESTS_OF_COUNTS)
    expect(sim.arrivals.filter(({ status }) => status === 429)).toEqual([])
    // Nobody waits for it: one request a second at most, of both accounts together.
    const hidden = sim.arrivals.slice(-operations.length)
    const gaps = hidden.slice(1).map(({ at }, index) => at - (hidden[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
  })
})
