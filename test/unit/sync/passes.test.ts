import { describe, expect, it } from 'vitest'
import { decideFleet, readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import type { FleetNoun, FleetPart } from '../../../src/shared/litemail/fleet'
import { take } from '../../support/actions/take'
import { turn } from '../../support/litemail/switches'
import { heldDomains, heldMailboxes, keptDomains, keptMailboxes } from './lists'
import { KEY, type Simulation, type SimulationOptions, simulate } from './simulation'

const HOLDS = { workspaces: 2, domains: 8, mailboxes: 240 }

/** A fleet that was read once. */
async function readOnce(options: SimulationOptions = {}): Promise<Simulation> {
  const sim = simulate({ holds: HOLDS, ...options })
  await sim.connect()
  await read(sim)
  return sim
}

/** What the user's press on "Refresh" does. */
async function read(sim: Simulation): Promise<void> {
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
}

async function partsOf(sim: Simulation, noun: FleetNoun = 'mailboxes'): Promise<FleetPart[]> {
  return take(await readFleetStatus(sim.context)).parts.filter((part) => part.noun === noun)
}

const asked = (sim: Simulation, operation: string) =>
  sim.arrivals.filter((arrival) => arrival.operation === operation)

const holdings = (sim: Simulation) => sim.service.holdingsOf(KEY)

/** As though they had been deleted on the website. */
function removeMailboxes(sim: Simulation, count: number): string[] {
  return holdings(sim)
    .mailboxes.splice(0, count)
    .map(({ id }) => id)
}

const unseen = async (sim: Simulation) => (await keptMailboxes(sim)).filter(({ isUnseen }) => isUnseen)

describe('a whole pass', () => {
  it('finds everything of every workspace, and says how old it is', async () => {
    const sim = await readOnce()
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    expect(await keptDomains(sim)).toEqual(heldDomains(sim))
    for (const part of await partsOf(sim)) {
      expect(part).toMatchObject({
        state: 'resting',
        isIncomplete: false,
        problem: null,
        isHeaderIgnored: false,
      })
      expect(part.kept).toBe(part.announced)
      expect(part.wholeAt).toBeGreaterThan(sim.clock.now() - 60_000)
    }
  })

  it('gives up at once what the service says is gone, asked about by itself', async () => {
    const sim = await readOnce({ missing: 'named' })
    removeMailboxes(sim, 2)
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    // One that is there, to see that the path works, and the two.
    expect(asked(sim, 'mailboxes.get')).toHaveLength(3)
  })

  it('does so too where the service says no more than “Not found”, as long as it shows another one', async () => {
    const sim = await readOnce()
    removeMailboxes(sim, 2)
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    // The one that is there is asked about once more: it might have been the path.
    expect(asked(sim, 'mailboxes.get')).toHaveLength(4)
  })

  it('gives up nothing where the path stops working while it asks', async () => {
    const sim = await readOnce()
    const gone = removeMailboxes(sim, 2)
    sim.onAnswer = ({ operation }) => {
      if (operation === 'mailboxes.get') turn(sim.service.switches, { paths: { 'mailboxes.get': '404' } })
    }
    await read(sim)
    expect((await unseen(sim)).map(({ id }) => id).sort()).toEqual(gone.sort())
  })

  it('only marks what it misses where rows cannot be asked about; a second pass gives it up', async () => {
    const sim = await readOnce({ paths: { 'mailboxes.get': '404' } })
    const gone = removeMailboxes(sim, 2)
    await read(sim)
    expect((await unseen(sim)).map(({ id }) => id).sort()).toEqual(gone.sort())
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })

  it('keeps a row that no list shows as long as the service has it', async () => {
    const sim = await readOnce()
    turn(sim.service.switches, { pagingOf: { mailboxes: { leftOut: 120, total: { add: -1 } } } })
    await read(sim)
    await read(sim)
    await read(sim)
    expect((await keptMailboxes(sim)).map(({ id }) => id)).toEqual(heldMailboxes(sim).map(({ id }) => id))
  })

  it('asks its user before a tenth of a list goes', async () => {
    const sim = await readOnce()
    removeMailboxes(sim, 60)
    await read(sim)
    await read(sim)
    const [part] = (await partsOf(sim)).filter(({ doubt }) => doubt !== null)
    expect(part?.doubt?.gone).toBeGreaterThan(30)
    expect((await unseen(sim)).length).toBeGreaterThan(30)
    for (const { accountId, workspaceId, noun, doubt } of await partsOf(sim)) {
      if (doubt !== null)
        take(await decideFleet(sim.context, { accountId, workspaceId, noun, areGone: true }))
    }
    await read(sim)
    await read(sim)
    for (const { accountId, workspaceId, noun, doubt } of await partsOf(sim)) {
      if (doubt !== null)
        take(await decideFleet(sim.context, { accountId, workspaceId, noun, areGone: true }))
    }
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })

  it('reads once more what it is past when its user asks again, and nothing else', async () => {
    const sim = await readOnce()
    const pages = () => asked(sim, 'mailboxes.list').length
    const before = pages()
    await read(sim)
    const inOnePass = pages() - before
    take(await refreshFleet(sim.context, {}))
    const { readings } = sim.context
    const isRead = (noun: FleetNoun) => ![...readings.keys()].some((name) => name.includes(noun))
    await sim.passUntil(() => readings.size > 0)
    await sim.passUntil(() => isRead('domains'))
    expect(isRead('mailboxes')).toBe(false)
    holdings(sim).domains.splice(0, 1)
    take(await refreshFleet(sim.context, {}))
    expect((await partsOf(sim, 'domains')).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    await sim.rest()
    expect(await keptDomains(sim)).toEqual(heldDomains(sim))
    expect(pages() - before).toBe(2 * inOnePass)
  })

  it('reads a workspace that comes while a pass is past the workspaces, once its user asks again', async () => {
    const sim = simulate({ holds: HOLDS })
    await sim.connect()
    const late = holdings(sim).workspaces.splice(1)
    take(await refreshFleet(sim.context, {}))
    const { readings } = sim.context
    await sim.passUntil(() => readings.size > 0)
    await sim.passUntil(() => ![...readings.keys()].some((name) => name.includes('workspaces')))
    holdings(sim).workspaces.push(...late)
    take(await refreshFleet(sim.context, {}))
    await sim.rest()
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })

  it('misses nothing that went before its user asked, whenever in a pass that was', async () => {
    const sim = await readOnce()
    take(await refreshFleet(sim.context, {}))
    const duration = await sim.rest()
    for (const eighths of [1, 2, 3, 4, 5, 6, 7, 8]) {
      take(await refreshFleet(sim.context, {}))
      await sim.clock.pass(Math.round((duration * eighths) / 8))
      removeMailboxes(sim, 1)
      take(await refreshFleet(sim.context, {}))
      await sim.rest()
      expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    }
  })

  it('reads a list once where the service ignores which workspace is asked about, and says so', async () => {
    const sim = await readOnce({ workspaceHeader: 'all' })
    const [part, ...others] = await partsOf(sim)
    expect(others).toEqual([])
    expect(part).toMatchObject({ isHeaderIgnored: true, workspaceId: '', kept: HOLDS.mailboxes })
    expect((await keptMailboxes(sim)).map(({ id }) => id)).toEqual(heldMailboxes(sim).map(({ id }) => id))
    // Two first pages to compare, and the two others.
    expect(asked(sim, 'mailboxes.list')).toHaveLength(4)
    turn(sim.service.switches, { workspaceHeader: 'heeded' })
    await read(sim)
    expect(await partsOf(sim)).toHaveLength(2)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })
})

describe('a pass that does not meet everything', () => {
  it('removes and ages nothing after an empty first page, and is tried again once', async () => {
    const sim = await readOnce()
    const before = await partsOf(sim)
    turn(sim.service.switches, { pagingOf: { mailboxes: { emptyPages: [1] } } })
    await sim.clock.pass(60_000)
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    const after = await partsOf(sim)
    expect(after.every(({ isIncomplete }) => isIncomplete)).toBe(true)
    expect(after.map(({ wholeAt }) => wholeAt)).toEqual(before.map(({ wholeAt }) => wholeAt))
    turn(sim.service.switches, { pagingOf: {} })
    await read(sim)
    expect((await partsOf(sim)).every(({ isIncomplete }) => !isIncomplete)).toBe(true)
  })

  it('removes nothing either where an empty list does not say how long it is', async () => {
    const sim = await readOnce({ shapes: { mailboxes: 'array' } })
    turn(sim.service.switches, { pagingOf: { mailboxes: { emptyPages: [1] } } })
    await read(sim)
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    expect((await partsOf(sim)).every(({ isIncomplete }) => isIncomplete)).toBe(true)
  })

  it('removes nothing of the primary workspace that was read before its id was known', async () => {
    const holds = { ...HOLDS, workspaces: 1 }
    const sim = await readOnce({ holds, paths: { 'workspaces.list': '404' }, shapes: { mailboxes: 'array' } })
    expect((await keptMailboxes(sim)).every(({ workspaceId }) => workspaceId === '')).toBe(true)
    turn(sim.service.switches, { paths: {}, pagingOf: { mailboxes: { emptyPages: [1] } } })
    await read(sim)
    const [part, ...others] = await partsOf(sim)
    expect(others).toEqual([])
    expect(part).toMatchObject({ isIncomplete: true, wholeAt: null })
    expect(part?.workspaceId).not.toBe('')
    expect(await unseen(sim)).toEqual([])
  })

  it('ages nothing where no end is announced and a page in the middle is empty', async () => {
    const sim = await readOnce({ shapes: { mailboxes: 'array' }, paging: { cap: 10 } })
    const before = await partsOf(sim)
    turn(sim.service.switches, { pagingOf: { mailboxes: { emptyPages: [4] } } })
    await read(sim)
    const after = await partsOf(sim)
    expect(after.map(({ isIncomplete, wholeAt }) => [isIncomplete, wholeAt])).toEqual(
      before.map(({ wholeAt }) => [true, wholeAt]),
    )
    expect(await unseen(sim)).toEqual([])
  })

  it('is not whole where rows are deleted while it reads, and removes nothing', async () => {
    const sim = await readOnce({ paging: { cap: 10 }, paths: { 'mailboxes.get': '404' } })
    let hasRemoved = false
    sim.onAnswer = ({ operation, page }) => {
      if (hasRemoved || operation !== 'mailboxes.list' || page !== '5') return
      hasRemoved = true
      removeMailboxes(sim, 3)
    }
    take(await refreshFleet(sim.context, {}))
    await sim.passUntil(() => hasRemoved)
    await sim.clock.pass(2_000)
    expect(await keptMailboxes(sim)).toHaveLength(HOLDS.mailboxes)
    expect(await unseen(sim)).toEqual([])
    await sim.rest()
    // The pass that followed was quiet: it missed them for the first time.
    expect(await keptMailboxes(sim)).toHaveLength(HOLDS.mailboxes)
    expect(await unseen(sim)).toHaveLength(3)
  })

  it('says how many of about how many it has where the service announces more than it shows', async () => {
    const sim = simulate({ holds: HOLDS, pagingOf: { mailboxes: { total: { add: 7 } } } })
    await sim.connect()
    await read(sim)
    for (const part of await partsOf(sim)) {
      expect(part).toMatchObject({ isIncomplete: true, wholeAt: null, kept: 120, announced: 127 })
    }
  })

  it('is exact after quiet passes, whatever moved while it was read', async () => {
    const sim = simulate({ holds: HOLDS, paging: { cap: 10, order: 'shifting' } })
    await sim.connect()
    await read(sim)
    for (const part of await partsOf(sim)) {
      const held = heldMailboxes(sim).filter(({ workspaceId }) => workspaceId === part.workspaceId)
      if (!part.isIncomplete) expect(part.kept).toBe(held.length)
    }
    turn(sim.service.switches, { paging: { order: 'kept' } })
    await read(sim)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  })
})

describe('the end of a list', () => {
  it.each([
    ['an array without a word about pages', { shapes: { mailboxes: 'array' } }],
    [
      'a next page that never ends',
      { shapes: { total: 'none', hasTotalPages: false }, paging: { isEndless: true } },
    ],
    [
      'one page only, whatever is asked',
      {
        holds: { workspaces: 2, domains: 4, mailboxes: 60 },
        shapes: { total: 'none', hasTotalPages: false },
        paging: { isPageIgnored: true },
      },
    ],
    [
      'the last page again behind the last',
      { shapes: { total: 'none', hasTotalPages: false }, paging: { behindEnd: 'last-page' } },
    ],
    [
      '404 behind the last page',
      { shapes: { total: 'none', hasTotalPages: false }, paging: { behindEnd: '404' } },
    ],
    ['no total, but how many pages', { shapes: { total: 'none' } }],
    ['a total, but not how many pages', { shapes: { hasTotalPages: false } }],
    ['a total that is too low', { pagingOf: { mailboxes: { total: 5 } } }],
    ['mailboxes below their domains', { shapes: { mailboxes: 'by-domain' } }],
  ] satisfies [string, SimulationOptions][])('is found: %s', async (_, options) => {
    const sim = await readOnce(options)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    expect((await partsOf(sim)).map(({ isIncomplete }) => isIncomplete)).toEqual([false, false])
    expect(asked(sim, 'mailboxes.list').length).toBeLessThan(20)
  })
})

describe('the size of pages', () => {
  it.each([
    [100, ['100']],
    [60, ['100', '50']],
    [25, ['100', '50', '25']],
    [10, ['100', '50', '25', undefined]],
  ])('where the service grants %d rows, is found once and kept', async (cap, sizes) => {
    const sim = await readOnce({ paging: { cap } })
    const limits = asked(sim, 'mailboxes.list').map(({ limit }) => limit)
    expect([...new Set(limits)]).toEqual(sizes)
    expect(limits.slice(0, sizes.length)).toEqual(sizes)
    expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
    const found = sim.arrivals.length
    await read(sim)
    const later = sim.arrivals.slice(found).filter(({ operation }) => operation === 'mailboxes.list')
    expect([...new Set(later.map(({ limit }) => limit))]).toEqual(sizes.slice(-1))
  })
})
