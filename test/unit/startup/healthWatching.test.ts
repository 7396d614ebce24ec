import { describe, expect, it, onTestFinished } from 'vitest'
import { readAboutHealth } from '../../../src/main/actions/health/askHealth'
import { checkDomain } from '../../../src/main/actions/health/checkDns'
import { tableMap } from '../../../src/main/rules/apiMap'
import { createHealthWatching } from '../../../src/main/startup/healthWatching'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { type DomainView, domainsByName } from '../../../src/shared/domain'
import type { Loss } from '../../../src/shared/health'
import { operationOf } from '../../../src/shared/litemail/operations'
import { lossNotification } from '../../../src/shared/text/health'
import { take } from '../../support/actions/take'
import type { DnsMarks } from '../../support/litemail/records'
import { litemailLimits } from '../../support/litemail/switches'
import { KEY, type Simulation, type SimulationOptions, simulate } from '../sync/simulation'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DOMAINS = 120
const HOLDS = { workspaces: 3, domains: DOMAINS, mailboxes: DOMAINS }
/** Twenty domains of a workspace of forty in each. */
const REQUESTS_OF_A_DAY = 6

interface Scene {
  readonly sim: Simulation
  /** What was told, each time. */
  readonly told: (readonly Loss[])[]
  isShown: boolean
  /** DNS checks since this was asked last. */
  checks(): Simulation['arrivals']
  /** Breaks domains by their place. */
  break(places: readonly number[], dns: Partial<DnsMarks>): void
  list(view?: Partial<DomainView>): ReturnType<typeof listOf>
}

const listOf = async ({ context, clock }: Simulation, view: Partial<DomainView> = {}) =>
  take(
    await context.store.read('domains.list', {
      ...{ view: { ...domainsByName, ...view }, offset: 0, limit: 500, now: clock.now() },
    }),
  ).rows

/** Mailroom with a window that was shown once; its lists are read, and nothing was checked yet. */
async function scene(options: SimulationOptions = {}, key?: 'jwt'): Promise<Scene> {
  const sim = simulate({ holds: HOLDS, limits: litemailLimits(), ...options })
  if (key === 'jwt') await sim.connect(sim.service.makeToken('anna', 72 * HOUR), 'jwt')
  else await sim.connect()
  await readLists(sim)
  let counted = sim.arrivals.length
  const here: Scene = {
    sim,
    told: [],
    isShown: false,
    checks() {
      const since = sim.arrivals.slice(counted).filter(({ operation }) => operation === 'domains.checkDns')
      counted = sim.arrivals.length
      return since
    },
    break(places, dns) {
      const { domains } = sim.service.holdingsOf(KEY)
      for (const place of places) {
        const domain = domains[place]
        if (domain === undefined) throw new Error('no such domain')
        const all = { mx: true, spf: true, dkim: true, dmarc: true }
        domains[place] = { ...domain, dns: { ...all, ...dns } }
      }
    },
    list: (view) => listOf(sim, view),
  }
  createHealthWatching(sim.context, {
    isShown: () => here.isShown,
    tell: async (losses) => void here.told.push(losses),
  }).look()
  onTestFinished(() => {
    sim.context.fleetRuns.isClosed = true
  })
  return here
}

async function readLists(sim: Simulation): Promise<void> {
  const begun = refreshFleet(sim.context, {})
  await sim.clock.pass(0)
  take(await begun)
  await sim.rest()
}

describe('checking the DNS of domains by itself', () => {
  it('finds 6 broken domains among 120, tells them once, and shows them with their age', async () => {
    const here = await scene()
    const { clock } = here.sim
    await clock.pass(HOUR)
    expect(here.checks()).toHaveLength(REQUESTS_OF_A_DAY)
    expect(here.told).toEqual([])

    here.break([3, 44, 90], { dmarc: false })
    here.break([10, 50], { dkim: false })
    here.break([119], { dmarc: false, mx: false })
    await clock.pass(DAY)
    // Each domain once, and once more the broken ones, which are in three workspaces.
    const found = here.checks()
    expect(found).toHaveLength(REQUESTS_OF_A_DAY + 3)
    expect(found.map(({ domains }) => domains).reduce((sum, count) => sum + count)).toBe(DOMAINS + 6)

    expect(here.told).toHaveLength(1)
    const { domains } = here.sim.service.holdingsOf(KEY)
    const named = (...places: number[]) => places.map((place) => domains[place]?.domain).sort()
    expect(here.told[0]).toEqual([
      { mark: 'mx', isLost: true, domains: named(119) },
      { mark: 'dkim', isLost: true, domains: named(10, 50) },
      { mark: 'dmarc', isLost: true, domains: named(3, 44, 90, 119) },
    ])
    const broken = await here.list({ health: ['mx', 'spf', 'dkim', 'dmarc', 'ns'] })
    expect(broken.map(({ name }) => name).sort()).toEqual(named(3, 10, 44, 50, 90, 119))
    for (const { health } of await here.list()) {
      expect(clock.now() - (health.mx.at ?? 0)).toBeLessThan(DAY + 2 * MINUTE)
    }

    await clock.pass(DAY)
    expect(here.told).toHaveLength(1)
    // The broken ones were checked ten minutes after the others, and are again.
    expect(here.checks()).toHaveLength(REQUESTS_OF_A_DAY + 3)
  })

  it('says "6 domains lost DMARC" of six that lost only that', async () => {
    const here = await scene()
    await here.sim.clock.pass(HOUR)
    here.break([1, 2, 3, 60, 61, 118], { dmarc: false })
    await here.sim.clock.pass(DAY)
    expect(here.told.map((losses) => lossNotification(losses, false).title)).toEqual(['6 domains lost DMARC'])
  })

  it('asks no more often than once a second, behind what somebody waits for', async () => {
    const here = await scene({ mostChecked: 1 })
    await here.sim.clock.pass(10 * MINUTE)
    const at = here.checks().map((arrival) => arrival.at)
    expect(at).toHaveLength(DOMAINS)
    const gaps = at.slice(1).map((moment, n) => moment - (at[n] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
  })

  it('asks about one domain at a time where the service tells of one only, each once', async () => {
    const here = await scene({ mostChecked: 1 })
    await here.sim.clock.pass(HOUR)
    const sizes = here.checks().map(({ domains }) => domains)
    expect(sizes[0]).toBe(20)
    expect(sizes.slice(1)).toEqual(Array.from({ length: DOMAINS - 1 }, () => 1))
    expect(await here.list({ health: ['unchecked'] })).toEqual([])
  })

  it('asks about one at a time, each once, where the service tells nothing of several', async () => {
    const here = await scene()
    let several = 0
    here.sim.network = ({ url }) => {
      if (!(new URL(url).searchParams.get('domainIds') ?? '').includes(',')) return null
      several += 1
      return { kind: 'answer', status: 200, headers: {}, body: '{"success":true,"data":[]}' }
    }
    await here.sim.clock.pass(HOUR)
    expect(several).toBe(1)
    expect(here.checks()).toHaveLength(DOMAINS)
    expect(await here.list({ health: ['unchecked'] })).toEqual([])
  })

  it('asks about several again a day later, when the one that stood against it may be gone', async () => {
    const here = await scene()
    here.sim.network = ({ url }) =>
      (new URL(url).searchParams.get('domainIds') ?? '').includes(',')
        ? { kind: 'answer', status: 404, headers: {}, body: '{"success":false,"message":"Domain not found"}' }
        : null
    await here.sim.clock.pass(23 * HOUR)
    expect(here.checks()).toHaveLength(DOMAINS)
    here.sim.network = () => null
    await here.sim.clock.pass(2 * HOUR)
    const sizes = here.checks().map(({ domains }) => domains)
    expect(sizes.reduce((sum, count) => sum + count)).toBe(DOMAINS)
    // A minute's are due together at first, and after that each as it was asked.
    expect(sizes.slice(0, 3)).toEqual([20, 20, 20])
  })

  it('looks at what misses something before what is well, and at what was checked longest ago before the rest', async () => {
    const here = await scene()
    here.break([77], { spf: false })
    await here.sim.clock.pass(HOUR)
    here.checks()
    await here.sim.clock.pass(DAY)
    const [name] = (await here.list({ health: ['spf'] })).map((domain) => domain.name)
    const { accountId } = (await here.list())[0] ?? { accountId: '' }
    const later = here.sim.clock.now() + 2 * DAY
    const due = take(await here.sim.context.store.read('dns.due', { accountId, now: later, most: 200 }))
    expect(due).toHaveLength(DOMAINS)
    expect(due[0]?.name).toBe(name)
  })

  it('tells nothing of what is back at the second look', async () => {
    const here = await scene()
    await here.sim.clock.pass(HOUR)
    here.break([5], { mx: false })
    await here.sim.clock.pass(23 * HOUR + 5 * MINUTE)
    expect(await here.list({ health: ['mx'] })).toHaveLength(1)
    here.break([5], {})
    await here.sim.clock.pass(HOUR)
    expect(here.told).toEqual([])
    expect(await here.list({ health: ['mx'] })).toEqual([])
  })

  it('never checks with a JWT while no window is shown, and does while one is', async () => {
    const here = await scene({}, 'jwt')
    await here.sim.clock.pass(2 * HOUR)
    expect(here.checks()).toEqual([])
    here.isShown = true
    await here.sim.clock.pass(2 * MINUTE)
    expect(here.checks()).toHaveLength(REQUESTS_OF_A_DAY)
  })

  it('leaves a wrong path alone, tells nothing, and calls no domain good or broken', async () => {
    const here = await scene({ paths: { 'domains.checkDns': '404' } })
    here.break([1, 2, 3], { mx: false })
    await here.sim.clock.pass(12 * HOUR)
    // Once about several, once about one.
    expect(here.checks().map(({ domains }) => domains)).toEqual([20, 1])
    expect(here.told).toEqual([])
    expect(await here.list({ health: ['unchecked'] })).toHaveLength(DOMAINS)
    const overview = take(await here.sim.context.store.read('fleet.overview', here.sim.clock.now()))
    expect(overview.domains?.health).toMatchObject({
      missing: [],
      unchecked: DOMAINS,
      problem: { error: { kind: 'no-such-path', operation: 'domains.checkDns' } },
    })
  })

  it('goes on as soon as the path is put right', async () => {
    const here = await scene({ paths: { 'domains.checkDns': '404' } })
    await here.sim.clock.pass(HOUR)
    here.checks()
    here.sim.service.switches.paths = {}
    const { accountId } = (await here.list())[0] ?? { accountId: '' }
    const map = { ...tableMap(operationOf('domains.checkDns')), authentication: 'api-key' } as const
    await here.sim.context.store.write('apiMaps.take', {
      ...{ accountId, source: 'hand', at: here.sim.clock.now() },
      changes: [{ operation: 'domains.checkDns', map }],
    })
    await here.sim.clock.pass(2 * MINUTE)
    expect(here.checks()).toHaveLength(REQUESTS_OF_A_DAY)
  })

  it('sends a POST that is said to only read at a press, and by itself only once that worked', async () => {
    const here = await scene()
    const { sim } = here
    const { store } = sim.context
    const [domain] = await here.list()
    if (domain === undefined) throw new Error('no domain')
    const map = { ...tableMap(operationOf('domains.checkDns')), method: 'POST', isReadingPost: true } as const
    take(
      await store.write('apiMaps.take', {
        ...{ accountId: domain.accountId, source: 'hand', at: sim.clock.now() },
        changes: [{ operation: 'domains.checkDns', map }],
      }),
    )
    let posts = 0
    sim.network = ({ method, url }) => {
      if (method !== 'POST') return null
      posts += 1
      const ids = (new URL(url).searchParams.get('domainIds') ?? '').split(',')
      const data = ids.map((id) => ({
        id,
        mxRecords: true,
        spfRecord: true,
        dkimRecords: true,
        dmarcRecords: true,
      }))
      return { kind: 'answer', status: 200, headers: {}, body: JSON.stringify({ success: true, data }) }
    }
    await sim.clock.pass(DAY)
    // Its details are opened.
    take(await readAboutHealth(sim.context, domain.id))
    take(await store.read('dns.history', domain.id))
    expect(posts).toBe(0)

    const pressed = checkDomain(sim.context, domain.id)
    await sim.clock.pass(1_000)
    expect(take(await pressed).about.health.mx.state).toBe('good')
    expect(posts).toBe(1)
    await sim.clock.pass(HOUR)
    expect(posts).toBe(1 + REQUESTS_OF_A_DAY)
    expect(await here.list({ health: ['unchecked'] })).toEqual([])
  })
})
