import { app, type Session, session } from 'electron'
import { isAllowedDestination } from './destination'
import type { Exchange, ExchangeFailure, OutboundRequest, Transport } from './exchange'
import { createLanes } from './lanes'
import { readNetError } from './netError'
import { readBody } from './readBody'

const LANES = 4
/** Chromium's own name of the process that holds every connection. */
const NETWORK_SERVICE = 'network.mojom.NetworkService'

/**
 * To be called before the application is ready. Turns QUIC off: over it, the network stack sends a
 * request again by itself, over TCP, when the first sending failed (`kQuicProtocolError`), POST too.
 */
export function prepareNetwork(): void {
  app.commandLine.appendSwitch('disable-quic')
}

const failed = (failure: ExchangeFailure, isSent: boolean, status: number | null = null): Exchange => ({
  kind: 'failure',
  failure,
  isSent,
  status,
})

/** In memory (no `persist:`), so neither an answer nor a cookie ever reaches the disk. */
function openSession(partition: string): Session {
  const opened = session.fromPartition(partition, { cache: false })
  opened.setUserAgent(`Mailroom/${app.getVersion()}`)
  return opened
}

function readHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !name.startsWith('set-cookie')))
}

/**
 * The network of this computer: its proxy, its certificates, through Electron. Requests go to https, or
 * to http on this computer; others are refused unsent. Cookies, caches and redirects do not exist;
 * time and size of an answer are bounded; nothing waits for a person.
 *
 * A write arrives at most once. On a kept-alive connection that breaks, Chromium sends a request again
 * by itself; so each write has a connection that nothing used before, and reads share kept-alive ones.
 */
export function createTransport(): Transport {
  const network = followNetworkService()
  const lanes = createLanes(LANES, (generation, number) => openSession(`write-${generation}-${number}`))
  let reads: Session | null = null
  network.onDeath(() => {
    reads = null
    lanes.renew()
  })

  const read = (request: OutboundRequest, deadline: Deadline): Promise<Exchange> => {
    reads ??= openSession(`read-${network.deaths()}`)
    return exchange(reads, request, deadline)
  }

  const write = async (request: OutboundRequest, deadline: Deadline): Promise<Exchange> => {
    for (;;) {
      const lane = await lanes.lease(deadline.signal)
      if (lane === null) return failed('timeout', false)
      try {
        const state = await freshen(lane, network, deadline.signal)
        if (state === 'fresh') return await exchange(lane, request, deadline)
        if (state !== 'dead') return failed(state === 'late' ? 'timeout' : 'lost', false)
      } finally {
        lanes.release(lane)
      }
    }
  }

  return async (request) => {
    if (!isAllowedDestination(request.url) || !areHeaders(request.headers)) return failed('refused', false)
    const deadline = startDeadline(request.timeoutMs)
    try {
      return await (request.method === 'GET' ? read(request, deadline) : write(request, deadline))
    } finally {
      deadline.clear()
    }
  }
}

/** Closes what a lane was used for before. `dead`: the network service died meanwhile, and this lane with it. */
function freshen(
  lane: Session,
  network: NetworkService,
  signal: AbortSignal,
): Promise<'fresh' | 'broken' | 'dead' | 'late'> {
  return new Promise((resolve) => {
    const stop = network.onDeath(() => end('dead'))
    const onAbort = () => end('late')
    const end = (state: 'fresh' | 'broken' | 'dead' | 'late') => {
      stop()
      signal.removeEventListener('abort', onAbort)
      resolve(state)
    }
    signal.addEventListener('abort', onAbort)
    // Stays open for ever where the network service is dead already.
    lane.closeAllConnections().then(
      () => end('fresh'),
      () => end('broken'),
    )
  })
}

function areHeaders(headers: Readonly<Record<string, string>>): boolean {
  try {
    new Headers(headers)
    return true
  } catch {
    return false
  }
}

interface Deadline {
  readonly signal: AbortSignal
  /** Ends the exchange before its time. */
  end(): void
  clear(): void
}

function startDeadline(ms: number): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, end: () => controller.abort(), clear: () => clearTimeout(timer) }
}

/** One request over one session, ended by its deadline. Never throws. */
async function exchange(over: Session, request: OutboundRequest, deadline: Deadline): Promise<Exchange> {
  const { signal } = deadline
  if (signal.aborted) return failed('timeout', false)
  const seen: { status: number | null } = { status: null }
  const carry = async (): Promise<Exchange> => {
    const response = await over.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const { status } = response
    seen.status = status
    const body = await readBody(response.body, request.maxBytes)
    if (body === null) return failed('body-too-large', true, status)
    return { kind: 'answer', status, headers: readHeaders(response.headers), body }
  }
  const tell = (cause: unknown): Exchange => {
    // Behind a status line no word of an error can mean that the request was not sent.
    if (seen.status !== null) return failed('body-broken', true, seen.status)
    const { failure, isSent } = readNetError(cause)
    return failed(failure, isSent)
  }
  const ended = await new Promise<Exchange>((resolve) => {
    signal.addEventListener('abort', () => resolve(failed('timeout', true, seen.status)), { once: true })
    carry().then(resolve, (cause) => resolve(tell(cause)))
  })
  // A body that was not read to its end leaves its connection open.
  if (ended.kind === 'failure') deadline.end()
  return ended
}

interface NetworkService {
  /** How often it died so far. */
  deaths(): number
  /** Calls back at each death until the returned function is called. */
  onDeath(listener: () => void): () => void
}

/** When the network service dies, every session it served fails for ever; those of new names work at once. */
function followNetworkService(): NetworkService {
  let deaths = 0
  let listeners: readonly (() => void)[] = []
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName !== NETWORK_SERVICE) return
    deaths += 1
    for (const listener of listeners) listener()
  })
  return {
    deaths: () => deaths,
    onDeath(listener) {
      listeners = [...listeners, listener]
      return () => {
        listeners = listeners.filter((other) => other !== listener)
      }
    },
  }
}
