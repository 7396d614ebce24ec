import type { Exchange, Transport } from '../upstream/exchange'

/** A service that lives in this process. */
export type Embedded = (request: Request) => Promise<Response>

/**
 * Carries requests to embedded services, by their origins, with the promises of a real transport: the time and the
 * size of an answer are bounded, no cookie comes back, nothing is thrown. No other origin exists: any other address is a
 * name that nobody knows.
 */
export function createDemoTransport(services: Readonly<Record<string, Embedded>>): Transport {
  return async ({ method, url, headers, body, timeoutMs, maxBytes }) => {
    const { origin } = new URL(url)
    const service = Object.hasOwn(services, origin) ? services[origin] : undefined
    if (service === undefined) {
      return { kind: 'failure', failure: 'name-not-found', isSent: false, status: null }
    }
    const lost: Exchange = { kind: 'failure', failure: 'lost', isSent: true, status: null }
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Exchange>((resolve) => {
      timer = setTimeout(() => resolve({ ...lost, failure: 'timeout' }), timeoutMs)
    })
    const carry = async (): Promise<Exchange> => {
      const response = await service(
        new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
      )
      const text = await response.text()
      const { status } = response
      if (Buffer.byteLength(text) > maxBytes) return { ...lost, failure: 'body-too-large', status }
      const received = [...response.headers].filter(([name]) => name !== 'set-cookie')
      return { kind: 'answer', status, headers: Object.fromEntries(received), body: text }
    }
    try {
      return await Promise.race([carry().catch(() => lost), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
