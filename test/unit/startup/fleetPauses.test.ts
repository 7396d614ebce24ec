import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFleetRefreshing, type FleetRefreshing } from '../../../src/main/startup/fleetRefreshing'
import { refreshFleet } from '../../../src/main/sync/fleet'
import type { Exchange } from '../../../src/main/upstream/exchange'
import { turn } from '../../support/litemail/switches'
import { type Simulation, simulate } from '../sync/simulation'

const MINUTE = 60_000
const HOLDS = { workspaces: 2, domains: 4, mailboxes: 60 }
const failing: Exchange = { kind: 'answer', status: 500, headers: {}, body: '{}' }
const offline: Exchange = { kind: 'failure', failure: 'offline', isSent: false, status: null }

interface Desk {
  readonly sim: Simulation
  readonly fleet: FleetRefreshing
  isShown: boolean
}

/** Mailroom with one account, its window shown for the first time. */
async function open(authentication: 'api-key' | 'jwt' = 'api-key'): Promise<Desk> {
  // Half of each random wait: whole milliseconds.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const sim = simulate({ holds: HOLDS })
  if (authentication === 'jwt') await sim.connect(sim.service.makeToken('anna', 3_600_000), 'jwt')
  else await sim.connect()
  const desk: Desk = {
    sim,
    fleet: createFleetRefreshing(sim.context, { isShown: () => desk.isShown }),
    isShown: true,
  }
  desk.fleet.look()
  return desk
}

const passesOf = ({ arrivals }: Simulation) =>
  arrivals.filter(({ operation }) => operation === 'workspaces.list').length

/** Every request from now on, with what comes of it. */
function count(sim: Simulation, exchange: Exchange): { asked: number } {
  const counted = { asked: 0 }
  sim.network = () => {
    counted.asked += 1
    return exchange
  }
  return counted
}

afterEach(() => void vi.restoreAllMocks())

describe('a fleet of which one list always fails', () => {
  it('is not read again before it is due, and then it is', async () => {
    const desk = await open()
    desk.sim.network = ({ url }) => (url.includes('/tags') ? failing : null)
    await desk.sim.clock.pass(9 * MINUTE)
    desk.fleet.look()
    await desk.sim.clock.pass(MINUTE / 2)
    expect(passesOf(desk.sim)).toBe(1)
    await desk.sim.clock.pass(2 * MINUTE)
    desk.fleet.look()
    await desk.sim.clock.pass(MINUTE)
    expect(passesOf(desk.sim)).toBe(2)
  })
})

describe('a fleet that is paused', () => {
  it('is asked for no more often for being looked at often', async () => {
    const desk = await open()
    await desk.sim.clock.pass(MINUTE)
    const counted = count(desk.sim, offline)
    await desk.sim.clock.pass(11 * MINUTE)
    for (let looks = 0; looks < 20; looks += 1) {
      desk.fleet.look()
      await desk.sim.clock.pass(1_000)
    }
    const before = counted.asked
    await desk.sim.clock.pass(30 * MINUTE)
    // Once in three minutes.
    expect(counted.asked - before).toBeLessThanOrEqual(12)
    expect(counted.asked - before).toBeGreaterThan(5)
  })

  it('does not keep a press on “Refresh” waiting while what is left over is read', async () => {
    const desk = await open()
    const { fleetRuns } = desk.sim.context
    turn(desk.sim.service.switches, { delays: { beforeMs: 2_000, afterMs: 0 }, paging: { cap: 10 } })
    desk.sim.network = ({ url }) => (url.includes('/mailboxes') ? failing : null)
    await desk.sim.passUntil(() => fleetRuns.byAccount.size > 0)
    await desk.sim.rest()
    desk.sim.network = null
    await desk.sim.passUntil(() => fleetRuns.byAccount.size > 0)
    let isBegun = false
    void refreshFleet(desk.sim.context, {}).then(() => {
      isBegun = true
    })
    await desk.sim.passUntil(() => isBegun, 3_000)
    await desk.sim.rest()
    expect(passesOf(desk.sim)).toBe(2)
  })

  it('is not gone on with by itself with a token while nobody looks', async () => {
    const desk = await open('jwt')
    await desk.sim.clock.pass(MINUTE)
    const counted = count(desk.sim, offline)
    await desk.sim.clock.pass(11 * MINUTE)
    desk.fleet.look()
    await desk.sim.clock.pass(1_000)
    expect(counted.asked).toBeGreaterThan(0)
    desk.isShown = false
    const before = counted.asked
    desk.fleet.reach()
    await desk.sim.clock.pass(5 * MINUTE)
    expect(counted.asked).toBe(before)
    desk.isShown = true
    desk.fleet.reach()
    await desk.sim.clock.pass(1_000)
    expect(counted.asked).toBeGreaterThan(before)
  })
})
