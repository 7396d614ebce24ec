import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type Arrival, ArrivalLog, type ConnectionRecord, type Match, type Moment } from './arrivals'
import { makeCertificate } from './certificate'
import { Exchange } from './exchange'
import type { Fault } from './faults'
import { inflict } from './inflict'
import { type ChooseFault, type FaultMatch, FaultScript } from './script'
import type { Served } from './served'

/** How a server on loopback starts, whatever it serves. */
export interface LoopbackOptions {
  /** Default 0: any that is free. */
  readonly port?: number
  /** HTTPS with a certificate that nobody vouches for. Default false. */
  readonly tls?: boolean
  /** The server closes connections idle for so long; default 0: never. */
  readonly keepAliveMs?: number
}

/** How long a request without a fault is on its way, in milliseconds. */
export interface Delays {
  /** Before the service sees it. */
  readonly beforeMs: number
  /** From then on, until it is answered. */
  readonly afterMs: number
}

/** A server on loopback, and the strings its tests pull. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`, or https with `tls`. */
  readonly origin: string
  readonly port: number
  /** The log, oldest first; entries grow while their request is dealt with. */
  readonly requests: readonly Arrival[]
  readonly connections: readonly ConnectionRecord[]

  /** Lines up a fault for the next request that matches (or the next `times` of them). */
  next(fault: Fault, match?: FaultMatch): void
  /** Chooses faults for requests that nothing is lined up for; `null` stops that. */
  faults(choose: ChooseFault | null): void
  clearFaults(): void

  /** The first matching request that has reached, or will reach, the moment. Rejects after `timeoutMs` (default 15,000). */
  when(moment: Moment, match?: Match, timeoutMs?: number): Promise<Arrival>
  /** Calls `listener` in the very moment. The function given back stops that. */
  on(moment: Moment, listener: (arrival: Arrival) => void): () => void
  /** Lets every held request go on; says how many there were. */
  release(): number
  /** Resolves when nothing is under way in which the service may still act, held requests apart. */
  settled(): Promise<void>
  /** Empties the log. */
  forget(): void

  /** Breaks every connection and refuses new ones; late acts still happen. */
  goOffline(): Promise<void>
  /** Listens again, on the same port. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

const joinHeaders = (raw: readonly string[]): Record<string, string> => {
  const headers: Record<string, string> = {}
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? ''
    const value = raw[i + 1] ?? ''
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value
  }
  return headers
}

const emailIn = (body: string): string | null => {
  try {
    const email: unknown = JSON.parse(body)?.email
    return typeof email === 'string' ? email : null
  } catch {
    return null
  }
}

const prompt: Delays = { beforeMs: 0, afterMs: 0 }

/** Serves over HTTP on loopback, breaks on demand, and logs every arrival, also of requests whose connection breaks. */
export const startLoopback = async (
  service: Served,
  { port: wantedPort = 0, tls = false, keepAliveMs = 0 }: LoopbackOptions,
  delays: () => Delays = () => prompt,
): Promise<Loopback> => {
  const log = new ArrivalLog()
  const script = new FaultScript()
  const closing = new AbortController()
  const mayAct = new Set<Arrival>()
  const sockets = new Map<Socket, ConnectionRecord>()
  let held: (() => void)[] = []
  const idle: (() => void)[] = []
  let offline = false
  setMaxListeners(0, closing.signal)

  const noLongerActs = (arrival: Arrival): void => {
    mayAct.delete(arrival)
    if (mayAct.size > 0) return
    for (const resolve of idle.splice(0)) resolve()
  }
  log.on('acted', noLongerActs)

  const released = (): Promise<void> =>
    new Promise((resolve, reject) => {
      held.push(resolve)
      closing.signal.addEventListener('abort', () => reject(closing.signal.reason), { once: true })
    })

  const deal = async (exchange: Exchange): Promise<void> => {
    const { arrival } = exchange
    const inflicting = { exchange, service, released }
    const early = script.takeUnread(arrival)
    if (early) {
      arrival.fault = early.kind
      return inflict(early, inflicting)
    }
    const body = await exchange.read()
    if (body === null) return
    arrival.email ??= emailIn(body)
    const { method, path, query, headers } = arrival
    exchange.replyWith((commit) => service.handle({ method, path, query, headers, body }, { commit }))
    const fault = script.take(arrival)
    arrival.fault = fault?.kind ?? null
    if (fault?.kind === 'hold') noLongerActs(arrival)
    log.reach('received', arrival)
    if (fault) return inflict(fault, inflicting)
    const { beforeMs, afterMs } = delays()
    if (beforeMs > 0) await exchange.wait(beforeMs)
    const answer = exchange.act()
    if (afterMs > 0) await exchange.wait(afterMs)
    exchange.send(answer)
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const connection = sockets.get(request.socket)
    if (!connection) throw new Error('a request came on a connection that was never seen')
    const { method = '', url = '' } = request
    const arrival = log.arrive({ method, target: url, headers: joinHeaders(request.rawHeaders) }, connection)
    mayAct.add(arrival)
    const exchange = new Exchange(arrival, log, {
      request,
      response,
      closing: closing.signal,
      isOffline: () => offline,
    })
    deal(exchange)
      .finally(() => noLongerActs(arrival))
      .catch((error: unknown) => {
        if (!closing.signal.aborted) throw error
      })
  }

  const onConnection = (socket: Socket): void => {
    const record = log.connect()
    sockets.set(socket, record)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => {
      record.closedAt = Date.now()
      sockets.delete(socket)
    })
  }

  const server: Server = tls
    ? createSecureServer(await makeCertificate(), onRequest)
    : createServer(onRequest)
  server.on(tls ? 'secureConnection' : 'connection', onConnection)
  server.on('clientError', (_error, socket) => socket.destroy())
  server.on('tlsClientError', () => {})
  server.keepAliveTimeout = keepAliveMs
  server.requestTimeout = 0
  server.headersTimeout = 0

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        offline = false
        resolve()
      })
    })
  const stopListening = (): Promise<void> =>
    new Promise((resolve) => {
      offline = true
      server.close(() => resolve())
      for (const socket of sockets.keys()) socket.destroy()
      server.closeAllConnections()
    })

  await listen(wantedPort)
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo

  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests: log.arrivals,
    connections: log.connections,
    next: (fault, match = {}) => script.next(fault, match),
    faults: (choose) => {
      script.choose = choose
    },
    clearFaults: () => script.clear(),
    when: (moment, match = {}, timeoutMs = 15_000) => log.when(moment, match, timeoutMs),
    on: (moment, listener) => log.on(moment, listener),
    release: () => {
      const waiting = held
      held = []
      for (const go of waiting) go()
      return waiting.length
    },
    settled: async () => {
      if (mayAct.size > 0) await new Promise<void>((resolve) => idle.push(resolve))
    },
    forget: () => log.forget(),
    goOffline: stopListening,
    comeBack: () => listen(port),
    close: async () => {
      closing.abort()
      if (server.listening) await stopListening()
    },
  }
}
