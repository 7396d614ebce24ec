import { describe, expect, it } from 'vitest'
import { createFleetRefreshing } from '../../../src/main/startup/fleetRefreshing'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import type { Exchange } from '../../../src/main/upstream/exchange'
import type { ToldPage } from '../../support/actions/fleetCrashChild'
import { take } from '../../support/actions/take'
import { turn } from '../../support/litemail/switches'
import { randomFrom } from '../../support/random'
import { lostPages } from '../crash/lostPages'
import { heldMailboxes, keptMailboxes } from './lists'
import { type Arrival, type Simulation, simulate } from './simulation'

const SEEDS = process.env.MAILROOM_LONG === '1' ? 500 : 50
const HOLDS = { workspaces: 2, domains: 6, mailboxes: 80 }

const offline: Exchange = { kind: 'failure', failure: 'offline', isSent: false, status: null }
const lost: Exchange = { kind: 'failure', failure: 'lost', isSent: true, status: null }
const PORTAL = '<!doctype html><html><body>Welcome to our hotel</body></html>'
const portal: Exchange = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: PORTAL,
}

const pausedParts = async ({ context }: Simulation) =>
  take(await readFleetStatus(context)).parts.filter(({ state }) => state === 'paused')

/** Ends the network after so many answers, and gives it back when it is told. */
function dropAfter(sim: Simulation, answers: number, how: Exchange): { isDropped: () => boolean } {
  let answered = 0
  let isDropped = false
  sim.onAnswer = () => {
    answered += 1
    if (answered < answers) return
    isDropped = true
    sim.network = () => how
    sim.isReached = how.kind === 'answer'
  }
  return { isDropped: () => isDropped }
}

function comeBack(sim: Simulation): void {
  sim.onAnswer = () => undefined
  sim.network = null
  sim.isReached = true
}

/** What arrived from some moment on, as a process would tell it. */
function tell(sim: Simulation, from: { readonly arrived: number; readonly delivered: number }): ToldPage[] {
  const toPage = (told: ToldPage['told'], { operation, workspace, page, limit, at }: Arrival): ToldPage => {
    const [noun = ''] = operation.split('.')
    return { told, noun, workspace, page: Number(page ?? 1), size: limit ?? null, at }
  }
  return [
    ...sim.arrivals.slice(from.arrived).map((arrival) => toPage('asked', arrival)),
    ...sim.delivered.slice(from.delivered).map((arrival) => toPage('answered', arrival)),
  ]
}

const placesOf = async ({ context }: Simulation) =>
  take(await context.store.read('fleet.parts', null)).map(({ noun, workspaceId, open }) => ({
    noun,
    workspace: workspaceId,
    open,
  }))

async function runSeed(seed: number): Promise<string[]> {
  const random = randomFrom(seed)
  const sim = simulate({ holds: HOLDS, paging: { cap: 10, order: random.pick(['shifting', 'kept']) } })
  await sim.connect()
  const here = () => ({ arrived: sim.arrivals.length, delivered: sim.delivered.length })
  const begin = here()
  const { isDropped } = dropAfter(sim, random.integer(1, 30), random.pick([offline, lost]))
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
  const broken: string[] = []
  for (const part of take(await readFleetStatus(sim.context)).parts) {
    if (part.noun !== 'mailboxes' || part.wholeAt === null) continue
    const held = heldMailboxes(sim).filter(({ workspaceId }) => workspaceId === part.workspaceId)
    if (part.kept !== held.length) broken.push('a part is shown as the whole')
  }
  if (isDropped() && (await pausedParts(sim)).length === 0) broken.push('nothing is paused')
  const places = await placesOf(sim)
  broken.push(...lostPages(tell(sim, begin), [], places).untaken.map((page) => `not taken: ${page}`))

  comeBack(sim)
  turn(sim.service.switches, { paging: { order: 'kept' } })
  const again = here()
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
  const read = lostPages(tell(sim, again), places, await placesOf(sim)).again
  broken.push(...read.map((page) => `read twice: ${page}`))
  // What moved while it was read the first time may still be missing; nothing moves any more.
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
  if (JSON.stringify(await keptMailboxes(sim)) !== JSON.stringify(heldMailboxes(sim)))
    broken.push('not exact')
  return broken.map((words) => `seed ${seed}: ${words}`)
}

describe('a network that is lost while a fleet is read', () => {
  it(
    `reads no page twice, takes no part for the whole, and leaves all exact after two quiet passes, over ${SEEDS} seeds`,
    async () => {
      const broken: string[] = []
      for (let seed = 1; seed <= SEEDS; seed += 1) broken.push(...(await runSeed(seed)))
      expect(broken).toEqual([])
    },
    SEEDS * 4_000,
  )

  it('reads no page twice that it had, and goes on by itself while somebody looks', async () => {
    const sim = simulate({ holds: HOLDS, paging: { cap: 10 }, delays: { beforeMs: 150, afterMs: 150 } })
    await sim.connect()
    const refreshing = createFleetRefreshing(sim.context, { isShown: () => true })
    dropAfter(sim, 16, offline)
    refreshing.look()
    await sim.clock.pass(10_000)
    expect((await pausedParts(sim)).map(({ problem }) => problem?.kind)).toContain('no-connection')
    expect((await keptMailboxes(sim)).length).toBeGreaterThan(0)
    comeBack(sim)
    await sim.clock.pass(60_000)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    const pages = sim.delivered
      .filter(({ operation, limit }) => operation === 'mailboxes.list' && limit === undefined)
      .map(({ workspace, page }) => `${workspace} ${page ?? 1}`)
    expect(pages).toHaveLength(new Set(pages).size)
    sim.context.fleetRuns.isClosed = true
  })

  it('is said of every list that its user asked for anew, also of what was read before it was lost', async () => {
    const sim = simulate({ holds: HOLDS, paging: { cap: 10 } })
    await sim.connect()
    take(await refreshFleet(sim.context, {}))
    await sim.passUntil(() => sim.arrivals.some(({ operation }) => operation === 'tags.list'))
    take(await refreshFleet(sim.context, {}))
    sim.network = () => offline
    await sim.rest()
    expect((await pausedParts(sim)).map(({ noun }) => noun)).toEqual(
      expect.arrayContaining(['user', 'wallet', 'workspaces', 'domains', 'mailboxes']),
    )
    expect(await keptMailboxes(sim)).not.toEqual([])
  })

  it('waits before a page of a stranger in the place of the service, and keeps what it has', async () => {
    const sim = simulate({ holds: HOLDS, paging: { cap: 10 } })
    await sim.connect()
    const refreshing = createFleetRefreshing(sim.context, { isShown: () => true })
    dropAfter(sim, 16, portal)
    refreshing.look()
    await sim.clock.pass(20_000)
    const paused = await pausedParts(sim)
    expect(paused.map(({ noun }) => noun)).toContain('mailboxes')
    expect(paused.every(({ problem }) => problem?.kind === 'bad-response')).toBe(true)
    comeBack(sim)
    refreshing.look()
    await sim.clock.pass(60_000)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    sim.context.fleetRuns.isClosed = true
  })

  it('asks again less and less often, and nothing at all once nobody looks', async () => {
    const sim = simulate({ holds: HOLDS })
    await sim.connect()
    let isShown = true
    const asked: number[] = []
    const refreshing = createFleetRefreshing(sim.context, { isShown: () => isShown })
    sim.network = () => {
      asked.push(sim.clock.monotonic())
      return offline
    }
    refreshing.look()
    await sim.clock.pass(1_800_000)
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.length).toBeLessThan(25)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(181_000)
    isShown = false
    await sim.clock.pass(200_000)
    const then = asked.length
    await sim.clock.pass(1_200_000)
    expect(asked.length).toBe(then)
    sim.context.fleetRuns.isClosed = true
  })
})
