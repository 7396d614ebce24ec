import type { Transport } from '../upstream/exchange'

/** Remembers of each server whether the last request to it found anybody. Main hears of a network's end no earlier. */
export interface Reach {
  readonly transport: Transport
  /** True for one that was not asked yet. */
  isReached(origin: string): boolean
}

/** `onChange` hears when a server is reached again, or no longer. */
export function watchReach(transport: Transport, onChange: () => void): Reach {
  const unreached = new Set<string>()
  return {
    async transport(request) {
      const exchange = await transport(request)
      const { origin } = new URL(request.url)
      const before = unreached.has(origin)
      if (exchange.kind === 'failure' && !exchange.isSent) unreached.add(origin)
      else unreached.delete(origin)
      if (before !== unreached.has(origin)) onChange()
      return exchange
    },
    isReached: (origin) => !unreached.has(origin),
  }
}
