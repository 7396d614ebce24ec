import type { Exchange, Transport } from '../upstream/exchange'

/** Remembers of each server whether the last requests to it found anybody. Main hears of a network's end no earlier. */
export interface Reach {
  readonly transport: Transport
  /** True for one that was not asked yet. */
  isReached(origin: string): boolean
}

/**
 * A network that swallows what is sent refuses nothing: nobody is there when so many requests in turn got not even a status
 * line in time, each sent after the one before was given up.
 */
const UNANSWERED_IN_TURN = 3

interface Silence {
  /** How many in turn were not answered. */
  count: number
  /** The first request that is after all of them. */
  next: number
}

const isUnanswered = (exchange: Exchange): boolean =>
  exchange.kind === 'failure' && exchange.failure === 'timeout' && exchange.status === null

/** `onChange` hears when a server is reached again, or no longer. */
export function watchReach(transport: Transport, onChange: () => void): Reach {
  const unreached = new Set<string>()
  const silences = new Map<string, Silence>()
  let requests = 0

  /** Whether this was one too many. */
  const isSilent = (origin: string, number: number): boolean => {
    const silence = silences.get(origin) ?? { count: 0, next: 0 }
    silences.set(origin, silence)
    if (number >= silence.next) {
      silence.count += 1
      silence.next = requests
    }
    return silence.count >= UNANSWERED_IN_TURN
  }

  return {
    async transport(request) {
      const number = requests
      requests += 1
      const exchange = await transport(request)
      const { origin } = new URL(request.url)
      const before = unreached.has(origin)
      if (exchange.kind === 'failure' && !exchange.isSent) unreached.add(origin)
      else if (!isUnanswered(exchange)) {
        unreached.delete(origin)
        silences.delete(origin)
      } else if (isSilent(origin, number)) unreached.add(origin)
      if (before !== unreached.has(origin)) onChange()
      return exchange
    },
    isReached: (origin) => !unreached.has(origin),
  }
}
