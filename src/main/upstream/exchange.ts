/** One request as it leaves Mailroom. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Whole time allowed, body included, in milliseconds. */
  readonly timeoutMs: number
  /** Most bytes of body that are read, counted after decompression. */
  readonly maxBytes: number
}

/** Why there is no whole answer. */
export type ExchangeFailure =
  | 'offline'
  | 'refused'
  | 'name-not-found'
  | 'tls'
  | 'proxy'
  | 'timeout'
  | 'lost'
  | 'body-broken'
  | 'body-too-large'
  | 'redirect'

/**
 * What came of one request, as far as the network can tell. `isSent` is false only where the request
 * certainly never reached the service.
 */
export type Exchange =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | {
      readonly kind: 'failure'
      readonly failure: ExchangeFailure
      readonly isSent: boolean
      /** The status line, where one was read before the answer failed. */
      readonly status: number | null
    }

/** Carries one request and never throws. A write arrives at most once. */
export type Transport = (request: OutboundRequest) => Promise<Exchange>
