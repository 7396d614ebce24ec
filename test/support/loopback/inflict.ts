import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Answer, withHeaders } from './answer'
import type { Exchange } from './exchange'
import type { Fault } from './faults'
import { retryAfterHeader } from './limits'
import type { Served } from './served'

const PORTAL = `<!doctype html><html><head><title>Welcome</title></head><body><h1>Sign in to use this network</h1></body></html>`
const errorPage = (status: number): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center></body>\r\n</html>\r\n`
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const EMPTY = { headers: {}, body: '' }

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2))

const padded = (answer: Answer, bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from(answer.body),
    Buffer.alloc(Math.max(0, bytes - Buffer.byteLength(answer.body)), ' '),
  ])

const serverError = (service: Served, status: number, body: 'json' | 'html' | 'empty'): Answer => {
  if (body === 'json') return service.refuse(status, 'Internal server error')
  return body === 'html' ? { status, headers: HTML, body: errorPage(status) } : { status, ...EMPTY }
}

const halfBody = (answer: Answer): string => {
  const headers = { ...answer.headers, 'content-length': String(Buffer.byteLength(answer.body)) }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${answer.status} X\r\n${lines.join('')}\r\n${half(answer.body)}`
}

/** What a fault is dealt out with. */
export interface Inflicting {
  readonly exchange: Exchange
  readonly service: Served
  /** Resolves at the next `release()`. */
  readonly released: () => Promise<void>
}

/** Deals with one request in the way of the fault. */
export const inflict = async (fault: Fault, { exchange, service, released }: Inflicting): Promise<void> => {
  switch (fault.kind) {
    case 'delay': {
      if (fault.before) await exchange.wait(fault.before)
      const answer = exchange.act()
      if (fault.after) await exchange.wait(fault.after)
      return exchange.send(answer)
    }
    case 'hold': {
      if (fault.at === 'received') await released()
      const answer = exchange.act()
      if (fault.at === 'acted') await released()
      return exchange.send(answer)
    }
    case 'drop':
      if (fault.when === 'after') exchange.act()
      return exchange.cut(fault.how)
    case 'half-status':
      exchange.actIf(fault.act)
      return exchange.sendRaw('HTTP/1.1 20', fault.how, null)
    case 'half-body': {
      const answer = exchange.actIf(fault.act)
      return exchange.sendRaw(halfBody(answer), fault.how, answer.status)
    }
    case 'request-timeout': {
      exchange.actIf(fault.act)
      const answer = service.refuse(408, 'Request timeout')
      return exchange.send(fault.close ? withHeaders(answer, { connection: 'close' }) : answer)
    }
    case 'act-late':
      await exchange.clientLeft()
      await exchange.wait(fault.ms)
      exchange.act()
      return
    case 'trickle':
      return exchange.trickle(exchange.actIf(fault.act), fault.intervalMs)
    case 'redirect':
      exchange.actIf(fault.act)
      return exchange.send({
        ...EMPTY,
        status: fault.status,
        headers: { location: `${fault.origin}${exchange.arrival.target}` },
      })
    case 'too-many': {
      const after = retryAfterHeader(fault.retryAfter, (fault.seconds ?? 1) * 1_000, Date.now())
      return exchange.send(withHeaders(service.refuse(429, 'Rate limit exceeded'), after))
    }
    case 'server-error':
      exchange.actIf(fault.act)
      return exchange.send(serverError(service, fault.status, fault.body))
    case 'html':
      exchange.actIf(fault.act)
      return exchange.send({ status: 200, headers: HTML, body: PORTAL })
    case 'truncated-json': {
      const answer = exchange.actIf(fault.act)
      return exchange.send({ ...answer, body: half(answer.body) })
    }
    case 'wrong-shape': {
      const answer = exchange.actIf(fault.act)
      const body = 'body' in fault ? fault.body : service.wrongShape
      return exchange.send({ ...answer, body: JSON.stringify(body) })
    }
    case 'big-body': {
      const answer = exchange.actIf(fault.act)
      return exchange.send({ ...answer, body: padded(answer, fault.bytes ?? 3 << 20) })
    }
    case 'gzip-bomb': {
      const answer = exchange.actIf(fault.act)
      const body = await promisify(gzip)(padded(answer, fault.bytes ?? 32 << 20))
      return exchange.send({ ...withHeaders(answer, { 'content-encoding': 'gzip' }), body })
    }
    case 'set-cookie':
      return exchange.send(
        withHeaders(exchange.act(), { 'set-cookie': fault.cookie ?? 'sid=tracked; Max-Age=86400; Path=/' }),
      )
    case 'silence':
      exchange.actIf(fault.act)
      return
    case 'garbage':
      exchange.actIf(fault.act)
      return exchange.sendRaw('SSH-2.0-OpenSSH_9.2\r\n', 'fin', null)
    case 'answer':
      exchange.actIf(fault.act)
      if (fault.isHeld) await released()
      return exchange.send({ status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' })
    default:
      fault satisfies never
  }
}
