import { type IncomingMessage, request as requestHttp } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Exchange, OutboundRequest, Transport } from '../../../src/main/upstream/exchange'

/**
 * The transport's port on plain Node, for tests that run main's actions without Electron: one connection
 * a request, nothing sent twice. Only http to this computer.
 */
export const nodeTransport: Transport = (outbound) =>
  new Promise((resolve) => {
    let status: number | null = null
    const fail = (failure: Extract<Exchange, { kind: 'failure' }>['failure'], isSent: boolean) =>
      resolve({ kind: 'failure', failure, isSent, status })
    const sent = requestHttp(outbound.url, {
      method: outbound.method,
      // Node says nothing of a body where it expects none, as with DELETE.
      headers: {
        ...outbound.headers,
        ...(outbound.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(outbound.body) }),
      },
      agent: false,
    })
    const timer = setTimeout(() => {
      fail('timeout', true)
      sent.destroy()
    }, outbound.timeoutMs)
    sent.on('close', () => clearTimeout(timer))
    sent.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ECONNREFUSED') fail('refused', false)
      else fail(status === null ? 'lost' : 'body-broken', true)
    })
    sent.on('response', (response) => {
      status = response.statusCode ?? null
      void readAnswer(response, outbound).then(resolve, () => fail('body-broken', true))
    })
    sent.end(outbound.body)
  })

async function readAnswer(response: IncomingMessage, { maxBytes }: OutboundRequest): Promise<Exchange> {
  const status = response.statusCode ?? 0
  if (status >= 300 && status < 400) return { kind: 'failure', failure: 'redirect', isSent: true, status }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    if (bytes > maxBytes) return { kind: 'failure', failure: 'body-too-large', isSent: true, status }
    chunks.push(chunk)
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value)
  const whole = Buffer.concat(chunks)
  const body = headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole
  if (body.length > maxBytes) return { kind: 'failure', failure: 'body-too-large', isSent: true, status }
  return { kind: 'answer', status, headers, body: body.toString('utf8') }
}
