/** At most so many presses wait for their turn at one account. */
export const LONGEST_LINE = 10

type Turn<T> = (isClosed: boolean) => Promise<T>

/** Presses for one account go one after another, in the order in which they came. */
export interface Line {
  /** How many presses have a place in the account's line: the one under way and those that wait. */
  length(accountId: string): number
  /** Runs `turn` when all before it have ended; tells it whether the line has been closed meanwhile. */
  wait<T>(accountId: string, turn: Turn<T>): Promise<T>
  /** The same for one of several that were asked for at once: it takes no place away from a press. */
  waitAside<T>(accountId: string, turn: Turn<T>): Promise<T>
  /** Nothing new is to begin. */
  readonly isClosed: boolean
  /** Mailroom is ending: the turns under way come to their end, the others are told to leave. */
  close(): void
}

/** An empty line for every account. */
export function createLine(): Line {
  const lengths = new Map<string, number>()
  const tails = new Map<string, Promise<unknown>>()
  let isClosed = false
  const length = (accountId: string) => lengths.get(accountId) ?? 0

  const leave = (accountId: string): void => {
    const left = length(accountId) - 1
    if (left > 0) lengths.set(accountId, left)
    else lengths.delete(accountId)
  }

  function join<T>(accountId: string, turn: Turn<T>): Promise<T> {
    // How the one before ended is told to whoever pressed; here only that it ended counts.
    const before = tails.get(accountId)?.catch(() => undefined)
    const taken = Promise.resolve(before)
      .then(() => turn(isClosed))
      .finally(() => {
        if (tails.get(accountId) === taken) tails.delete(accountId)
      })
    tails.set(accountId, taken)
    return taken
  }

  return {
    length,
    wait(accountId, turn) {
      lengths.set(accountId, length(accountId) + 1)
      return join(accountId, (isEnding) => turn(isEnding).finally(() => leave(accountId)))
    },
    waitAside: join,
    get isClosed() {
      return isClosed
    },
    close() {
      isClosed = true
    },
  }
}
