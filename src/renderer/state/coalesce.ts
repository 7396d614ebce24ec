/**
 * Makes a task that is asked for often run one at a time: asked for while it runs, it runs once more
 * afterwards, however often it was asked. The promise ends when nothing is left to run.
 */
export function coalesce(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isWantedAgain = false
  const run = async () => {
    do {
      isWantedAgain = false
      await task()
    } while (isWantedAgain)
  }
  return () => {
    if (running !== null) {
      isWantedAgain = true
      return running
    }
    running = run().finally(() => {
      running = null
    })
    return running
  }
}
