import type { Answer } from './answer'

/** One request as a service reads it. */
export interface ServedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a service did with a request. */
export interface Reply {
  readonly answer: Answer
  /** What exists because of this request, as an address; null: nothing. */
  readonly created: string | null
}

/** A service without its network: requests in, answers out. */
export interface Served {
  /** Answers a request. With `commit: false` nothing changes: what would it say? */
  handle(request: ServedRequest, how: { readonly commit: boolean }): Reply
  /** A refusal in the service's own form, where a fault asks for one. */
  refuse(status: number, message: string): Answer
  /** The body of an answer that is none of this service. */
  readonly wrongShape: unknown
}
