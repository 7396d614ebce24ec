import { describe, expect, it } from 'vitest'
import { replaceLitemailKey } from '../../../src/main/actions/litemail/replaceLitemailKey'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { take } from '../../support/actions/take'
import { litemailLimits } from '../../support/litemail/switches'
import { heldDomains, heldMailboxes, keptDomains, keptMailboxes } from './lists'
import { KEY, type Simulation, type SimulationOptions, simulate } from './simulation'

const WORKSPACES = 3
/** The user, the workspaces, the wallet, and one page each of subscriptions and tags. */
const SMALL_READS = 5
const A_SECOND = 5
const MOST_OVER_FLOOR = 1.15
const PATIENCE_MS = process.env.MAILROOM_LONG === '1' ? 600_000 : 120_000
const LARGE = { workspaces: WORKSPACES, domains: 600, mailboxes: 12_000 }
/** A service that takes no sixth request within any second, and answers after 150 ms. */
const strict = (options: SimulationOptions): Simulation =>
  simulate({ limits: litemailLimits(), delays: { beforeMs: 75, afterMs: 75 }, ...options })

const pagesOf = ({ service }: Simulation, size: number): number =>
  service
    .holdingsOf(KEY)
    .workspaces.flatMap(({ id }) =>
      [service.holdingsOf(KEY).mailboxes, service.holdingsOf(KEY).domains].map((rows) =>
        Math.ceil(rows.filter(({ workspaceId }) => workspaceId === id).length / size),
      ),
    )
    .reduce((sum, pages) => sum + pages, 0)

/** How long reading everything takes at least, in milliseconds: five requests a second, the first at once. */
const floorOf = (sim: Simulation, size: number): number =>
  ((pagesOf(sim, size) + SMALL_READS - 1) / A_SECOND) * 1_000

const refusals = ({ arrivals }: Simulation) => arrivals.filter(({ status }) => status === 429)

async function expectExact(sim: Simulation): Promise<void> {
  expect(await keptMailboxes(sim)).toEqual(heldMailboxes(sim))
  expect(await keptDomains(sim)).toEqual(heldDomains(sim))
  const { parts } = take(await readFleetStatus(sim.context))
  expect(parts.filter(({ wholeAt, isIncomplete }) => wholeAt === null || isIncomplete)).toEqual([])
}

describe('reading a whole fleet from a service that counts every second', () => {
  it(
    'is refused nothing and takes little longer than it must, with an API key',
    async () => {
      const sim = strict({ holds: LARGE })
      await sim.connect()
      take(await refreshFleet(sim.context, {}))
      const ms = await sim.rest()
      expect(refusals(sim)).toEqual([])
      expect(ms).toBeLessThanOrEqual(floorOf(sim, 100) * MOST_OVER_FLOOR)
      await expectExact(sim)
    },
    PATIENCE_MS,
  )

  it(
    'so with a JWT that is good for an hour',
    async () => {
      const sim = strict({ holds: LARGE })
      await sim.connect(sim.service.makeToken('anna', 3_600_000), 'jwt')
      take(await refreshFleet(sim.context, {}))
      const ms = await sim.rest()
      expect(refusals(sim)).toEqual([])
      expect(ms).toBeLessThanOrEqual(floorOf(sim, 100) * MOST_OVER_FLOOR)
      await expectExact(sim)
    },
    PATIENCE_MS,
  )

  it(
    'goes on from its place with another JWT where one ended in the middle',
    async () => {
      const sim = strict({ holds: LARGE })
      const account = await sim.connect(sim.service.makeToken('anna', 5_000), 'jwt')
      take(await refreshFleet(sim.context, {}))
      const before = await sim.rest()
      const paused = take(await readFleetStatus(sim.context)).parts.filter(({ state }) => state === 'paused')
      expect(paused.map(({ noun }) => noun)).toContain('mailboxes')
      expect(paused.every(({ problem }) => problem?.kind === 'unauthorized')).toBe(true)
      expect((await keptMailboxes(sim)).length).toBeGreaterThan(0)

      const replaced = replaceLitemailKey(sim.context, {
        id: account.id,
        key: sim.service.makeToken('anna', 3_600_000),
        authentication: 'jwt',
        keyKept: 'keychain',
        whenUnreached: 'say',
      })
      await sim.clock.pass(1_000)
      take(await replaced)
      take(await refreshFleet(sim.context, { accountId: account.id }))
      const after = await sim.rest()

      expect(refusals(sim)).toEqual([])
      // What the first token still asked in vain, and what the second one asked anew: the user and small lists.
      const again = 25
      expect(sim.arrivals.length).toBeLessThanOrEqual(pagesOf(sim, 100) + SMALL_READS + again)
      expect(before + after).toBeLessThanOrEqual((floorOf(sim, 100) + again * 200) * MOST_OVER_FLOOR)
      await expectExact(sim)
      const read = sim.arrivals.filter(
        ({ operation, status }) => operation === 'mailboxes.list' && status === 200,
      )
      const pages = read.map(({ workspace, page }) => `${workspace} ${page}`)
      expect(pages.length).toBe(new Set(pages).size)
    },
    PATIENCE_MS,
  )

  it(
    'so where no page has more than ten rows, and can be searched and copied from the first page on',
    async () => {
      const sim = strict({
        holds: { workspaces: WORKSPACES, domains: 90, mailboxes: 1_200 },
        paging: { cap: 10 },
      })
      await sim.connect()
      take(await refreshFleet(sim.context, {}))
      const search = { ...mailboxesByAddress, search: '@' }
      const found = async () =>
        take(await sim.context.store.read('mailboxes.list', { view: search, offset: 0, limit: 10, now: 0 }))
          .rows
      const asked = (operation: string) => sim.arrivals.filter((arrival) => arrival.operation === operation)
      // The sizes that are not granted, the first page, and that of another workspace to compare it with.
      await sim.passUntil(() => asked('mailboxes.list').length > 5)
      const first = await found()
      expect(first.length).toBeGreaterThanOrEqual(10)
      const emails = await sim.context.store.read(
        'mailboxes.emails',
        first.map(({ id }) => id),
      )
      expect(take(emails)).toEqual(first.map(({ email }) => email))
      await sim.rest()

      expect(refusals(sim)).toEqual([])
      // Three requests each find out that neither list has larger pages.
      expect(sim.arrivals.at(-1)?.at).toBeLessThanOrEqual(
        (sim.arrivals[0]?.at ?? 0) + floorOf(sim, 10) * MOST_OVER_FLOOR + 6 * 200,
      )
      await expectExact(sim)
    },
    PATIENCE_MS,
  )
})
