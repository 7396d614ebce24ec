/**
 * Makes a task that is asked for again and again run at once, and then no sooner than `least` milliseconds after it was
 * last begun, however often it is asked for meanwhile.
 */
export function pace(task: () => Promise<void>, least: number): () => Promise<void> {
  let begunAt = Number.NEGATIVE_INFINITY
  let due: Promise<void> | null = null
  const begin = () => {
    due = null
    begunAt = performance.now()
    return task()
  }
  return () => {
    if (due !== null) return due
    const wait = begunAt + least - performance.now()
    if (wait <= 0) return begin()
    due = new Promise((resolve) => {
      setTimeout(() => resolve(begin()), wait)
    })
    return due
  }
}
