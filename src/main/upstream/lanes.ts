/** A number of equal things, each lent to one user at a time. */
export interface Lanes<L> {
  /** A free lane, in the order of asking; null where `signal` ended the wait. */
  lease(signal: AbortSignal): Promise<L | null>
  /** Gives a lane back. One of an earlier generation is forgotten. */
  release(lane: L): void
  /** All lanes are spoilt: from now on there are new ones. */
  renew(): void
}

/** Makes `count` lanes when they are first needed; `open` gets how often they were renewed, and a number below `count`. */
export function createLanes<L>(count: number, open: (generation: number, number: number) => L): Lanes<L> {
  let generation = 0
  let opened = new Set<L>()
  let free: L[] = []
  let waiting: ((lane: L) => void)[] = []

  const next = (): L | undefined => {
    const lane = free.shift()
    if (lane !== undefined || opened.size >= count) return lane
    const fresh = open(generation, opened.size)
    opened.add(fresh)
    return fresh
  }

  const serve = () => {
    while (waiting.length > 0) {
      const lane = next()
      if (lane === undefined) return
      waiting.shift()?.(lane)
    }
  }

  return {
    lease(signal) {
      if (signal.aborted) return Promise.resolve(null)
      return new Promise((resolve) => {
        const leave = () => {
          waiting = waiting.filter((other) => other !== take)
          resolve(null)
        }
        const take = (lane: L) => {
          signal.removeEventListener('abort', leave)
          resolve(lane)
        }
        signal.addEventListener('abort', leave, { once: true })
        waiting.push(take)
        serve()
      })
    },
    release(lane) {
      if (!opened.has(lane)) return
      free.push(lane)
      serve()
    },
    renew() {
      generation += 1
      opened = new Set()
      free = []
      serve()
    },
  }
}
