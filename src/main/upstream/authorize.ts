import { withoutEchoes } from './echoes'
import type { Exchange, OutboundRequest, Transport } from './exchange'

/** How a key is sent: as a bearer token (RFC 6750, 2.1), or as Litemail's newer pages have it ("Authentication"). */
export type KeyHeader = 'bearer' | 'x-api-key'

/** Adds the key to the headers; a key never stands in a URL, where logs would keep it. */
export const authorize = (
  request: OutboundRequest,
  key: string,
  keyHeader: KeyHeader = 'bearer',
): OutboundRequest => ({
  ...request,
  headers: {
    ...request.headers,
    ...(keyHeader === 'bearer' ? { Authorization: `Bearer ${key}` } : { 'x-api-key': key }),
  },
})

/** Shorter ones would be found by chance inside an honest answer. */
const LEAST_KEY_LENGTH = 8

/** Takes every echo of the key out of an answer: services quote keys in their refusals. */
function withoutKey(exchange: Exchange, key: string): Exchange {
  if (exchange.kind === 'failure' || key.length < LEAST_KEY_LENGTH) return exchange
  const headers = Object.entries(exchange.headers).map(
    ([name, value]) => [withoutEchoes(name, key), withoutEchoes(value, key)] as const,
  )
  return { ...exchange, headers: Object.fromEntries(headers), body: withoutEchoes(exchange.body, key) }
}

/** Sends one request with a key. Nothing of the key comes back, whatever the service answers. Never throws. */
export async function sendWithKey(
  transport: Transport,
  request: OutboundRequest,
  key: string,
  keyHeader: KeyHeader = 'bearer',
): Promise<Exchange> {
  return withoutKey(await transport(authorize(request, key, keyHeader)), key)
}
