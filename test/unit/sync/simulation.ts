import type { Context } from '../../../src/main/actions/context'
import { createShown } from '../../../src/main/actions/credentials/shown'
import { endWork } from '../../../src/main/actions/endWork'
import { createFleetRuns } from '../../../src/main/actions/fleet/reading'
import { createJobs } from '../../../src/main/actions/jobs/running'
import { createLine } from '../../../src/main/actions/line'
import { connectLitemail } from '../../../src/main/actions/litemail/connectLitemail'
import { createKeys } from '../../../src/main/secrets/keys'
import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import type { Reads, Writes } from '../../../src/main/store/methods'
import type { Store } from '../../../src/main/store/store'
import { topicsOf } from '../../../src/main/store/topics'
import type { Exchange, OutboundRequest } from '../../../src/main/upstream/exchange'
import { createLimiter } from '../../../src/main/upstream/limiter'
import type { Topic } from '../../../src/shared/contract'
import type { LitemailAccount } from '../../../src/shared/litemail/account'
import { ok } from '../../../src/shared/result'
import { take } from '../../support/actions/take'
import type { FleetOptions } from '../../support/litemail/fleet'
import { findRoute } from '../../support/litemail/golden'
import { LitemailService } from '../../support/litemail/service'
import { type SwitchChanges, turn } from '../../support/litemail/switches'
import { openDirectly } from '../store/testStore'
import { createFakeClock, type FakeClock } from '../upstream/fakeClock'

export const KEY = 'lm_live_simulated_0000000000001'
export const ORIGIN = 'https://api.litemail.test'
const BASE = '/v1'

/** One request as the service got it. */
export interface Arrival {
  /** On the simulated clock, in milliseconds. */
  readonly at: number
  readonly operation: string
  readonly workspace: string
  readonly page: string | undefined
  readonly limit: string | undefined
  /** Of a DNS check: how many domains it is about. */
  readonly domains: number
  readonly status: number
}

/**
 * Main's reading of a fleet with the real store, limiter and client, against the Litemail of the tests, on a clock that
 * passes only when told to: hours take moments, and no request is early or late by chance.
 */
export interface Simulation {
  readonly clock: FakeClock
  readonly service: LitemailService
  readonly context: Context
  readonly arrivals: readonly Arrival[]
  /** Those whose answer came through. */
  readonly delivered: readonly Arrival[]
  /** What was told to have changed, with its moment on the simulated clock. */
  readonly told: readonly { readonly at: number; readonly topics: readonly Topic[] }[]
  /** What the network does with a request; null: it carries it. */
  network: ((request: OutboundRequest) => Exchange | null) | null
  /** Told of each answer of the service before anybody gets it. */
  onAnswer: (arrival: Arrival) => void
  /** Told of what a reading throws; a bug fails the test unless that is what it is about. */
  onFault: (cause: unknown) => void
  isReached: boolean
  connect(key?: string, authentication?: 'api-key' | 'jwt'): Promise<LitemailAccount>
  /** Lets time pass until `isOver`, at most `mostMs`; answers how much that was. */
  passUntil(isOver: () => boolean, mostMs?: number): Promise<number>
  /** Until nothing is being read. */
  rest(mostMs?: number): Promise<number>
  /** Ends Mailroom and starts it again: nothing but the database, the keys and the limits outlives it. */
  restart(): Promise<void>
}

export interface SimulationOptions extends SwitchChanges {
  readonly holds?: FleetOptions
}

export function simulate({ holds, ...switches }: SimulationOptions = {}): Simulation {
  const clock = createFakeClock()
  const service = new LitemailService(() => clock.now())
  turn(service.switches, switches)
  service.addUser({ id: 'anna', keys: [KEY], ...(holds === undefined ? {} : { holds }) })
  const direct = openDirectly()
  const keychain = createMemoryKeychain()
  const keys = createKeys(keychain)
  const arrivals: Arrival[] = []
  const delivered: Arrival[] = []
  const told: { at: number; topics: readonly Topic[] }[] = []
  const limits = new Map<string, string>()

  const createStore = (): Store => {
    const listeners = new Set<(topics: Topic[]) => void>()
    return {
      read: async <M extends keyof Reads>(method: M, ...input: Parameters<Reads[M]>) =>
        ok(direct.read(method, ...input)),
      write: async <M extends keyof Writes>(method: M, ...input: Parameters<Writes[M]>) => {
        const value = direct.write(method, ...input)
        for (const listener of listeners) listener([...topicsOf(method, value)])
        return ok(value)
      },
      onChanged(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: async () => undefined,
    }
  }

  const transport = async (request: OutboundRequest): Promise<Exchange> => {
    const cut = simulation.network?.(request) ?? null
    if (cut !== null) return cut
    const { beforeMs, afterMs } = service.delays()
    await clock.sleep(beforeMs)
    const url = new URL(request.url)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    )
    const query = Object.fromEntries(url.searchParams)
    const asked = { method: request.method, path: url.pathname, query, headers, body: '' }
    const { answer } = service.handle(asked, { commit: true })
    const route = findRoute(request.method, url.pathname.slice(BASE.length))
    const arrival: Arrival = {
      at: clock.monotonic(),
      operation: route !== null && 'operation' in route ? route.operation.id : url.pathname,
      workspace: headers['x-workspace-key'] ?? '',
      page: query.page,
      limit: query.limit,
      domains: query.domainIds?.split(',').length ?? 0,
      status: answer.status,
    }
    arrivals.push(arrival)
    simulation.onAnswer(arrival)
    await clock.sleep(afterMs)
    const late = simulation.network?.(request) ?? null
    return (
      late ?? { kind: 'answer', status: answer.status, headers: { ...answer.headers }, body: answer.body }
    )
  }

  const createContext = (): Context => {
    const parts = {
      store: createStore(),
      transport,
      limiter: createLimiter({
        clock,
        random: () => 0.5,
        kept: {
          load: async (key) => limits.get(key) ?? null,
          save: async (key, json) => void limits.set(key, json),
        },
      }),
      keys,
      clock,
      line: createLine(),
      underWay: new Map(),
      settling: new Map(),
      listings: new Map(),
      batches: new Map(),
      readings: new Map(),
      fleetRuns: createFleetRuns((cause) => simulation.onFault(cause)),
      jobs: createJobs((cause) => simulation.onFault(cause)),
      shown: createShown(clock, () => undefined),
      credentialExports: new Map(),
      isReached: () => simulation.isReached,
      tellChanged: (topics: readonly Topic[]) => void told.push({ at: clock.monotonic(), topics }),
    }
    // Nothing else of a context is touched by what reads a fleet.
    return parts as unknown as Context
  }

  let context = createContext()
  const simulation: Simulation = {
    clock,
    service,
    get context() {
      return context
    },
    arrivals,
    delivered,
    told,
    network: null,
    onAnswer: () => undefined,
    onFault: (cause) => {
      throw cause
    },
    isReached: true,
    async connect(key = KEY, authentication = 'api-key') {
      let account: LitemailAccount | null = null
      void connectLitemail(context, {
        server: { origin: ORIGIN, basePath: BASE },
        key,
        authentication,
        keyKept: 'keychain',
        whenUnreached: 'say',
      }).then((connected) => {
        account = take(connected).account
      })
      await simulation.passUntil(() => account !== null, 60_000)
      if (account === null) throw new Error('not connected')
      return account
    },
    async passUntil(isOver, mostMs = 3_600_000) {
      const from = clock.monotonic()
      await clock.pass(0)
      while (!isOver()) {
        if (clock.monotonic() - from > mostMs) throw new Error(`not over after ${mostMs} ms`)
        await clock.pass(50)
      }
      return clock.monotonic() - from
    },
    rest: (mostMs) => simulation.passUntil(() => context.fleetRuns.byAccount.size === 0, mostMs),
    async restart() {
      const ended = endWork(context)
      await clock.pass(300)
      await ended
      context = createContext()
    },
  }
  return simulation
}
