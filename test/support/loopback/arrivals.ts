import { EventEmitter } from 'node:events'
import type { FaultKind } from './faults'

/** What a test may wait for: the request was read whole; the service did (or refused) it; the answer left; it is over, in whatever way. */
export type Moment = 'received' | 'acted' | 'answered' | 'ended'

/** One request, as it arrived: written down as soon as its head is there, completed while it is dealt with. */
export interface Arrival {
  /** From 1, in order of arrival. */
  readonly number: number
  /** Epoch milliseconds of the machine's clock. */
  readonly at: number
  /** Which connection, from 1, and which request on it, from 1: above 1 the connection was reused. */
  readonly connection: number
  readonly onConnection: number
  readonly method: string
  /** The request target as sent: path and query. */
  readonly target: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names; several of one name are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** What of the body was read so far; null where none was. */
  body: string | null
  /** The body's `email`, or the query's. */
  email: string | null
  fault: FaultKind | null
  /** What the service did: its status, and what exists because of it, as an address. Null while, or if, it did nothing. */
  effect: { readonly status: number; readonly created: string | null; readonly at: number } | null
  /** The status sent, even if only in part; null if none was. */
  answered: { readonly status: number; readonly whole: boolean } | null
  /** `client`: it left before a whole answer; `cut`: the server broke the connection; `offline`: the server was closed. */
  ended: 'answered' | 'client' | 'cut' | 'offline' | null
}

/** One connection, also if no request ever came on it. */
export interface ConnectionRecord {
  readonly number: number
  readonly openedAt: number
  closedAt: number | null
  /** How many requests came on it. */
  requests: number
}

/** Which requests are meant: those for which all that is given holds. */
export interface Match {
  readonly method?: string
  readonly path?: string
  /** The address in the body of a create, or in the query of a list. */
  readonly email?: string
  /** The API key or token it came with. */
  readonly key?: string
  /** What its header `x-workspace-key` says; '': it has none. */
  readonly workspace?: string
  /** What its query has, beside others. */
  readonly query?: Readonly<Record<string, string>>
  /** `fresh`: the first request on its connection. */
  readonly connection?: 'fresh' | 'reused'
  /** Only those with a higher `number`. */
  readonly after?: number
}

/** True if the arrival is meant. A match by `email` never holds before the body was read. */
export const matches = (arrival: Arrival, match: Match): boolean => {
  const { method, path, email, key, workspace, query = {}, connection, after } = match
  if (method !== undefined && arrival.method !== method) return false
  if (path !== undefined && arrival.path !== path) return false
  if (email !== undefined && arrival.email?.toLowerCase() !== email.toLowerCase()) return false
  const { authorization, 'x-api-key': apiKey, 'x-workspace-key': workspaceKey = '' } = arrival.headers
  if (key !== undefined && ![authorization?.replace(/^Bearer /, ''), apiKey, arrival.query.key].includes(key))
    return false
  if (workspace !== undefined && workspaceKey !== workspace) return false
  if (Object.entries(query).some(([name, value]) => arrival.query[name] !== value)) return false
  if (connection !== undefined && arrival.onConnection > 1 !== (connection === 'reused')) return false
  return after === undefined || arrival.number > after
}

/** The log: every arrival and connection, and who waits for what. */
export class ArrivalLog {
  readonly arrivals: Arrival[] = []
  readonly connections: ConnectionRecord[] = []
  readonly #moments = new EventEmitter().setMaxListeners(0)
  readonly #reached = new WeakMap<Arrival, Set<Moment>>()
  #arrived = 0
  #connected = 0

  connect(): ConnectionRecord {
    this.#connected += 1
    const record: ConnectionRecord = {
      number: this.#connected,
      openedAt: Date.now(),
      closedAt: null,
      requests: 0,
    }
    this.connections.push(record)
    return record
  }

  arrive(head: Pick<Arrival, 'method' | 'target' | 'headers'>, connection: ConnectionRecord): Arrival {
    this.#arrived += 1
    connection.requests += 1
    const url = new URL(head.target, 'http://service.invalid')
    const query = Object.fromEntries(url.searchParams)
    const arrival: Arrival = {
      number: this.#arrived,
      at: Date.now(),
      connection: connection.number,
      onConnection: connection.requests,
      ...head,
      path: url.pathname,
      query,
      body: null,
      email: query.email ?? null,
      fault: null,
      effect: null,
      answered: null,
      ended: null,
    }
    this.arrivals.push(arrival)
    this.#reached.set(arrival, new Set())
    return arrival
  }

  reach(moment: Moment, arrival: Arrival): void {
    const reached = this.#reached.get(arrival)
    if (reached?.has(moment)) return
    reached?.add(moment)
    this.#moments.emit(moment, arrival)
  }

  /** Calls `listener` in the very moment, before anything else happens. The function given back stops that. */
  on(moment: Moment, listener: (arrival: Arrival) => void): () => void {
    this.#moments.on(moment, listener)
    return () => this.#moments.off(moment, listener)
  }

  /** The first matching arrival that has reached, or will reach, the moment. Rejects after `timeoutMs`. */
  when(moment: Moment, match: Match, timeoutMs: number): Promise<Arrival> {
    const known = this.arrivals.find(
      (arrival) => this.#reached.get(arrival)?.has(moment) && matches(arrival, match),
    )
    if (known) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop()
        reject(
          new Error(
            `no request ${JSON.stringify(match)} was ${moment} within ${timeoutMs} ms; seen: ${this.#seen()}`,
          ),
        )
      }, timeoutMs)
      const stop = this.on(moment, (arrival) => {
        if (!matches(arrival, match)) return
        clearTimeout(timer)
        stop()
        resolve(arrival)
      })
    })
  }

  /** Empties the log; numbers go on. */
  forget(): void {
    this.arrivals.length = 0
    this.connections.length = 0
  }

  #seen(): string {
    return (
      this.arrivals
        .map(({ method, target, ended }) => `${method} ${target} (${ended ?? 'under way'})`)
        .join(', ') || 'none'
    )
  }
}
