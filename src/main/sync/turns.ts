import type { Clock } from '../upstream/clock'

/** A service that answers within this time is asked one thing at a time: more in flight would not make it faster. */
const SLOW_MS = 190
/** At most so many reads are in flight, however slow the service is. */
const MOST_IN_FLIGHT = 5

/** A timer that is later than this was held up by this process itself, and so, perhaps, was the answer. */
const LATE_MS = 30

/** The turn of one read. */
export interface Turn {
  /** Its answer has come: nobody asks anything more until that is taken. */
  answered(): void
  /** Its answer is taken, or there is none. */
  end(): void
}

/** Whose turn it is to ask, among all lists of an account. */
export interface Turns {
  /**
   * Resolves when a read may be asked: the answer to the one before is taken, or lets itself be waited for. So a crash
   * loses one page, not as many as are in flight.
   */
  take(): Promise<Turn>
}

export function createTurns(clock: Pick<Clock, 'sleep' | 'monotonic'>): Turns {
  const waiting: (() => void)[] = []
  /** Reads whose answers may be there any moment, or are being taken. */
  const inHand = new Set<Turn>()
  let inFlight = 0

  const serve = (): void => {
    if (inHand.size === 0 && inFlight < MOST_IN_FLIGHT) waiting.shift()?.()
  }

  /** Waits as long as an answer may well be there. */
  async function expect(): Promise<void> {
    for (let isLate = true; isLate; ) {
      const from = clock.monotonic()
      await clock.sleep(SLOW_MS)
      isLate = clock.monotonic() - from > SLOW_MS + LATE_MS
    }
  }

  const begin = (): Turn => {
    let isAnswered = false
    let isEnded = false
    const turn: Turn = {
      answered() {
        isAnswered = true
        if (!isEnded) inHand.add(turn)
      },
      end() {
        if (isEnded) return
        isEnded = true
        inFlight -= 1
        inHand.delete(turn)
        serve()
      },
    }
    inFlight += 1
    inHand.add(turn)
    void expect().then(() => {
      if (isAnswered) return
      inHand.delete(turn)
      serve()
    })
    return turn
  }

  return {
    take: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(begin()))
        serve()
      }),
  }
}
