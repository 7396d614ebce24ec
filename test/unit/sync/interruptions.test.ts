import { describe, expect, it } from 'vitest'
import { removeLitemail } from '../../../src/main/actions/litemail/removeLitemail'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import { take } from '../../support/actions/take'
import { heldMailboxes, keptMailboxes } from './lists'
import { type Simulation, simulate } from './simulation'

const HOLDS = { workspaces: 2, domains: 6, mailboxes: 120 }
const HOUR = 3_600_000

const pages = ({ delivered }: Simulation): string[] =>
  delivered
    .filter(({ operation, limit }) => operation === 'mailboxes.list' && limit === undefined)
    .map(({ workspace, page }) => `${workspace} ${page ?? 1}`)

/** A first reading, with pages of ten, as it stands after so many requests. */
async function inTheMiddle(requests = 20): Promise<{ sim: Simulation; accountId: string }> {
  const sim = simulate({ holds: HOLDS, paging: { cap: 10 } })
  const { id } = await sim.connect()
  take(await refreshFleet(sim.context, {}))
  await sim.passUntil(() => sim.arrivals.length >= requests)
  return { sim, accountId: id }
}

describe('a reading in which something is thrown', () => {
  it.each(['fleet.take', 'fleet.endWhole', 'fleet.savePart'] as const)(
    'ends, is told to the log once, and keeps no later one from being read: %s',
    async (broken) => {
      const sim = simulate({ holds: HOLDS, paging: { cap: 10 } })
      await sim.connect()
      const bug = new Error('a bug')
      const faults: unknown[] = []
      sim.onFault = (cause) => faults.push(cause)
      const { store } = sim.context
      const { write } = store
      const failing = async (method: string, ...input: readonly unknown[]): Promise<unknown> => {
        if (method === broken) throw bug
        return Reflect.apply(write, store, [method, ...input])
      }
      Object.assign(store, { write: failing })
      take(await refreshFleet(sim.context, {}))
      await sim.rest()
      expect(faults).toEqual([bug])
      Object.assign(store, { write })
      take(await refreshFleet(sim.context, {}))
      await sim.rest()
      expect(faults).toEqual([bug])
      expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    },
  )
})

describe('a reading that is interrupted', () => {
  it('stops at once when Mailroom ends, shows its place at the next start, and goes on from there', async () => {
    const { sim } = await inTheMiddle()
    const asked = sim.arrivals.length
    await sim.restart()
    await sim.clock.pass(60_000)
    // What was on its way when it ended.
    expect(sim.arrivals.length).toBeLessThanOrEqual(asked + 1)
    const before = take(await readFleetStatus(sim.context)).parts.filter(({ state }) => state === 'paused')
    expect(before.map(({ noun }) => noun)).toContain('mailboxes')
    expect(before.every(({ page }) => (page ?? 0) > 1)).toBe(true)
    take(await refreshFleet(sim.context, {}))
    await sim.rest()
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    expect(pages(sim).length).toBeLessThanOrEqual(new Set(pages(sim)).size + 1)
  })

  it('begins anew where its first pages are older than six hours', async () => {
    const { sim } = await inTheMiddle()
    await sim.restart()
    await sim.clock.pass(7 * HOUR)
    const before = pages(sim)
    take(await refreshFleet(sim.context, {}))
    await sim.rest()
    expect(pages(sim).slice(before.length)).toEqual(expect.arrayContaining(before))
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })

  it('leaves nothing of an account that is removed meanwhile', async () => {
    const { sim, accountId } = await inTheMiddle()
    expect(await keptMailboxes(sim)).not.toEqual([])
    take(await removeLitemail(sim.context, accountId))
    await sim.rest()
    const asked = sim.arrivals.length
    await sim.clock.pass(60_000)
    // What stood in line for the limits already.
    expect(sim.arrivals.length).toBeLessThanOrEqual(asked + 5)
    expect(await keptMailboxes(sim)).toEqual([])
    expect(take(await readFleetStatus(sim.context)).parts).toEqual([])
    expect(take(await sim.context.store.read('fleet.parts', null))).toEqual([])
  })

  it('says where it is, no more often than four times a second', async () => {
    const { sim } = await inTheMiddle(15)
    const parts = take(await readFleetStatus(sim.context)).parts
    const reading = parts.filter(({ noun, state }) => noun === 'mailboxes' && state === 'reading')
    expect(reading).toMatchObject([{ workspaceName: 'Acme', page: 3, pages: 6 }])
    const waiting = parts.filter(({ state }) => state === 'waiting')
    expect(waiting[0]).toMatchObject({ noun: 'mailboxes', workspaceName: 'Globex', page: 2 })
    await sim.rest()
    const moments = sim.told.map(({ at }) => at)
    expect(moments.length).toBeGreaterThan(10)
    for (const [index, at] of moments.slice(4).entries()) {
      expect(at - (moments[index] ?? 0)).toBeGreaterThanOrEqual(1_000)
    }
    expect(take(await readFleetStatus(sim.context)).parts.every(({ state }) => state === 'resting')).toBe(
      true,
    )
  })
})
