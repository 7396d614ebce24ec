import { app, type ClientRequest, type IncomingMessage, net, type Session, session } from 'electron'
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
    return exchange(reads, request, deadline.signal)
  }

  const write = async (request: OutboundRequest, deadline: Deadline): Promise<Exchange> => {
    for (;;) {
      const lane = await lanes.lease(deadline.signal)
      if (lane === null) return failed('timeout', false)
      try {
        const state = await freshen(lane, network, deadline.signal)
        if (state === 'fresh') return await exchange(lane, request, deadline.signal)
        if (state !== 'dead') return failed(state === 'late' ? 'timeout' : 'lost', false)
      } finally {
        lanes.release(lane)
      }
    }
  }

  return async (request) => {
    if (!isAllowedDestination(request.url)) return failed('refused', false)
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

interface Deadline {
  readonly signal: AbortSignal
  clear(): void
}

function startDeadline(ms: number): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
}

/** Electron gives a header that came several times as a list. Cookies do not exist here. */
function readHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !name.toLowerCase().startsWith('set-cookie'))
      .map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]),
  )
}

/** One request over one session, ended by its deadline. Never throws. */
function exchange(over: Session, request: OutboundRequest, signal: AbortSignal): Promise<Exchange> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(failed('timeout', false))
    const outgoing = open(over, request)
    if (outgoing === null) return resolve(failed('refused', false))
    let status: number | null = null
    let isEnded = false
    const end = (ended: Exchange) => {
      if (isEnded) return
      isEnded = true
      signal.removeEventListener('abort', onAbort)
      // An answer that was not read to its end would leave its connection open.
      if (ended.kind === 'failure') outgoing.abort()
      resolve(ended)
    }
    const onAbort = () => end(failed('timeout', true, status))
    const onError = (cause: unknown) => {
      // Behind a status line no word of an error can mean that the request was not sent.
      if (status !== null) return end(failed('body-broken', true, status))
      const { failure, isSent } = readNetError(cause)
      end(failed(failure, isSent))
    }
    signal.addEventListener('abort', onAbort)
    outgoing.on('error', onError)
    outgoing.on('redirect', (redirecting) => end(failed('redirect', true, redirecting)))
    // Without a name and a password the answer is 401 or 407 at once, and nobody is asked.
    outgoing.on('login', (_about, answer) => answer())
    outgoing.on('response', (incoming) => {
      // What breaks a body after its exchange has ended would else be an error that nobody catches.
      incoming.on('error', onError)
      // Half a status line, cut off behind "HTTP/1.1 20": no status at all (RFC 9110, 15).
      if (incoming.statusCode < 200) return end(failed('lost', true))
      status = incoming.statusCode
      if (isProxyAnswer(request, status)) return end(failed('proxy', false))
      readBody(incoming, request.maxBytes).then((body) => {
        if (body === null) end(failed('body-too-large', true, incoming.statusCode))
        else end({ kind: 'answer', status: incoming.statusCode, headers: readHeaders(incoming), body })
      }, onError)
    })
    try {
      outgoing.end(request.body)
    } catch (cause) {
      onError(cause)
    }
  })
}

/**
 * A request that is not sent yet; null where something in it cannot be sent at all.
 *
 * Not `fetch`: of a status below 200 or above 599 it makes an exception that nobody can catch, and it
 * keeps the status of a redirect to itself.
 */
function open(over: Session, { method, url, headers }: OutboundRequest): ClientRequest | null {
  try {
    const outgoing = net.request({
      session: over,
      method,
      url,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
    return outgoing
  } catch {
    return null
  }
}

/** On the way to an https server only a proxy can answer 407, and then nothing went through it. */
const isProxyAnswer = ({ url }: OutboundRequest, status: number): boolean =>
  status === 407 && new URL(url).protocol === 'https:'

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
