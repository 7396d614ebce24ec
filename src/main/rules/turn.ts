/** One turn of the event loop, in which everything else has its own. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
