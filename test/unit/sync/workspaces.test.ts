import { describe, expect, it } from 'vitest'
import { decideFleet, readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import type { FleetPart } from '../../../src/shared/litemail/fleet'
import { take } from '../../support/actions/take'
import { turn } from '../../support/litemail/switches'
import { heldMailboxes, keptMailboxes } from './lists'
import { KEY, type Simulation, simulate } from './simulation'

const HOLDS = { workspaces: 3, domains: 9, mailboxes: 90 }

async function readOnce(workspaces = HOLDS.workspaces): Promise<Simulation> {
  const sim = simulate({ holds: { ...HOLDS, workspaces } })
  await sim.connect()
  await read(sim)
  await sim.clock.pass(60_000)
  return sim
}

async function read(sim: Simulation): Promise<void> {
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
}

const partsOf = async (sim: Simulation): Promise<FleetPart[]> =>
  take(await readFleetStatus(sim.context)).parts

/** As though it had been deleted on the website, with all that is in it. From then on its id is answered with 404. */
function removeWorkspace(sim: Simulation, at: number): string {
  const holdings = sim.service.holdingsOf(KEY)
  const [workspace] = holdings.workspaces.splice(at, 1)
  const id = workspace?.id ?? ''
  const isElsewhere = (row: { readonly workspaceId: string }) => row.workspaceId !== id
  holdings.mailboxes.splice(0, Number.POSITIVE_INFINITY, ...holdings.mailboxes.filter(isElsewhere))
  holdings.domains.splice(0, Number.POSITIVE_INFINITY, ...holdings.domains.filter(isElsewhere))
  return id
}

describe('a workspace that is gone at the service', () => {
  it.each([0, 1, 2])('keeps no other from being read, in place %d', async (at) => {
    const sim = await readOnce()
    const before = sim.clock.now()
    const gone = removeWorkspace(sim, at)
    await read(sim)
    const others = (await partsOf(sim)).filter(
      ({ workspaceId }) => workspaceId !== '' && workspaceId !== gone,
    )
    expect(others).toHaveLength(4)
    for (const part of others) {
      expect(part).toMatchObject({ problem: null, isIncomplete: false, state: 'resting' })
      expect(part.wholeAt).toBeGreaterThan(before)
    }
  })

  it('keeps no other from being read where several are', async () => {
    const sim = await readOnce(4)
    const before = sim.clock.now()
    const gone = [removeWorkspace(sim, 0), removeWorkspace(sim, 0)]
    await read(sim)
    const others = (await partsOf(sim)).filter(
      ({ noun, workspaceId }) => noun === 'mailboxes' && !gone.includes(workspaceId),
    )
    expect(others).toHaveLength(2)
    for (const { wholeAt } of others) expect(wholeAt).toBeGreaterThan(before)
  })

  it('goes with what is in it when its user says so', async () => {
    const sim = await readOnce()
    removeWorkspace(sim, 1)
    await read(sim)
    await read(sim)
    expect(await keptMailboxes(sim)).toHaveLength(HOLDS.mailboxes)
    const asked = (await partsOf(sim)).filter(({ doubt }) => doubt !== null)
    expect(asked.map(({ noun }) => noun)).toEqual(['workspaces'])
    for (const { accountId, workspaceId, noun } of asked)
      take(await decideFleet(sim.context, { accountId, workspaceId, noun, areGone: true }))
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })
})

describe('a path that is not there', () => {
  it('is not asked for under each workspace', async () => {
    const sim = await readOnce()
    turn(sim.service.switches, { paths: { 'mailboxes.list': '404' } })
    const before = sim.arrivals.length
    await read(sim)
    const asked = sim.arrivals.slice(before).filter(({ operation }) => operation === 'mailboxes.list')
    expect(asked.length).toBeLessThanOrEqual(2)
    for (const part of (await partsOf(sim)).filter(({ noun }) => noun === 'mailboxes')) {
      expect(part.problem).toMatchObject({ kind: 'no-such-path' })
    }
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })

  it('and has a web page in its place is no pause: nothing is waited for', async () => {
    const sim = await readOnce()
    turn(sim.service.switches, { paths: { 'tags.list': 'html' } })
    await read(sim)
    const parts = await partsOf(sim)
    const [tags, ...others] = parts.filter(({ problem }) => problem !== null)
    expect(tags).toMatchObject({ noun: 'tags', state: 'resting', problem: { problem: 'html' } })
    expect(others).toEqual([])
  })
})
