import { type Arrival, type Match, matches } from './arrivals'
import type { Fault } from './faults'

/** Which requests a fault is for, and for how many of them (default 1). */
export interface FaultMatch extends Match {
  readonly times?: number | 'always'
}

/** Chooses a fault for a request that was read whole; `undefined` for none. */
export type ChooseFault = (arrival: Arrival) => Fault | undefined

interface Planned {
  readonly fault: Fault
  readonly match: Match
  left: number
}

/** Which fault meets which request: what was lined up with `next`, else what `choose` says. */
export class FaultScript {
  choose: ChooseFault | null = null
  #planned: Planned[] = []

  next(fault: Fault, { times = 1, ...match }: FaultMatch): void {
    this.#planned.push({ fault, match, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  clear(): void {
    this.choose = null
    this.#planned = []
  }

  /** For a request of which only the head is there: a drop before the body is read, or nothing yet. */
  takeUnread(arrival: Arrival): Fault | undefined {
    const planned = this.#planned.find(({ match }) => matches(arrival, match))
    return planned?.fault.kind === 'drop' && planned.fault.when === 'reading' ? this.#use(planned) : undefined
  }

  take(arrival: Arrival): Fault | undefined {
    const planned = this.#planned.find(({ match }) => matches(arrival, match))
    return planned ? this.#use(planned) : this.choose?.(arrival)
  }

  #use(planned: Planned): Fault {
    planned.left -= 1
    if (planned.left <= 0) this.#planned = this.#planned.filter((other) => other !== planned)
    return planned.fault
  }
}
