import type { EventName, EventPayload, Input, Method, Output } from './contract'
import type { AppError } from './errors'
import type { Result } from './result'

export const CALL = 'call'
export const EVENT = 'event'

/** The whole surface that the preload puts on `window.bridge`. */
export interface Bridge {
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>, AppError>>
  /** Listens until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
