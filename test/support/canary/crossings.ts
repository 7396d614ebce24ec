import { findIn, type Wanted } from './search'

/** One message between main and a page. */
export interface Crossing {
  /** `call` came from a page and `reply` went back; `message` came without asking for an answer; `event` went unasked. */
  readonly direction: 'call' | 'reply' | 'message' | 'event'
  /** All of it, as the structured clone algorithm writes it, in base64. */
  readonly bytes: string
}

/** The name under which main holds its crossings. */
export const CROSSINGS = 'mailroomTestsCrossings'

/** The directions of the crossings that hold something of what is looked for, oldest first. */
export const carriers = (crossings: readonly Crossing[], wanted: Wanted): readonly Crossing['direction'][] =>
  crossings
    .filter(({ bytes }) => findIn(wanted, Buffer.from(bytes, 'base64')).length > 0)
    .map(({ direction }) => direction)
