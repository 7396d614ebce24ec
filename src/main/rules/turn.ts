/** One turn of the event loop, in which everything else has its own. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Nothing else waits longer for work on many rows, in milliseconds. */
const LASTS_MS = 6

/** Called with every row of many: lets everything else have its turn where this work has had a long one. */
export function takeTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LASTS_MS) return
    await turn()
    since = performance.now()
  }
}
