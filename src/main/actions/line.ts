/** At most so many presses wait for their turn at one account. */
export const LONGEST_LINE = 10

type Turn<T> = (isClosed: boolean) => Promise<T>

/** Presses for one account go one after another, in the order in which they came. */
export interface Line {
  /** How many have a place in the account's line: the one under way and those that wait. */
  length(accountId: string): number
  /** Runs `turn` when all before it have ended; tells it whether the line has been closed meanwhile. */
  wait<T>(accountId: string, turn: Turn<T>): Promise<T>
  /** Mailroom is ending: the turns under way come to their end, the others are told to leave. */
  close(): void
}

/** An empty line for every account. */
export function createLine(): Line {
  const lengths = new Map<string, number>()
  const tails = new Map<string, Promise<unknown>>()
  let isClosed = false
  const length = (accountId: string) => lengths.get(accountId) ?? 0

  async function take<T>(accountId: string, before: Promise<unknown>, turn: Turn<T>): Promise<T> {
    // How the one before ended is told to whoever pressed; here only that it ended counts.
    await before.catch(() => undefined)
    try {
      return await turn(isClosed)
    } finally {
      const left = length(accountId) - 1
      if (left > 0) lengths.set(accountId, left)
      else {
        lengths.delete(accountId)
        tails.delete(accountId)
      }
    }
  }

  return {
    length,
    wait(accountId, turn) {
      lengths.set(accountId, length(accountId) + 1)
      const taken = take(accountId, tails.get(accountId) ?? Promise.resolve(), turn)
      tails.set(accountId, taken)
      return taken
    },
    close() {
      isClosed = true
    },
  }
}
