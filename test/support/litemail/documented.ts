import type { Arrival } from '../loopback/arrivals'
import { BASE_PATH, type GoldenOperation } from './golden'

export type Values = Readonly<Record<string, unknown>>

/** What the golden example of an operation was made of, by its inputs' names. */
export function valuesOf({ path, request }: GoldenOperation): Values {
  const url = new URL(request.target, 'http://golden.test')
  const at = `${BASE_PATH}${path}`.split('/').indexOf('{id}')
  return {
    ...(at < 0 ? {} : { id: url.pathname.split('/')[at] }),
    ...Object.fromEntries(url.searchParams),
    // Every golden body is an object.
    ...(request.body as Values | undefined),
  }
}

/** What else a request may say of itself: how it travels, who sends it, and what it wants back. */
const ofTravel = new Set([
  ...['host', 'connection', 'content-length', 'user-agent'],
  ...['accept', 'accept-encoding', 'accept-language'],
  ...['sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site'],
])

/** All of a request that its example speaks of, and what it was answered. */
export interface Told {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly answered: Arrival['answered']
}

/** What is told of a request that arrived. */
export const toldOf = ({ method, target, headers, body, answered }: Arrival): Told => ({
  ...{ method, target, answered },
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTravel.has(name))),
  body: body === null || body === '' ? undefined : JSON.parse(body),
})

/** What is told of the request of a golden example. */
export const documented = ({ request, method, answer }: GoldenOperation): Told => ({
  ...{ method, target: request.target, headers: request.headers, body: request.body },
  answered: { status: answer.status, whole: true },
})
