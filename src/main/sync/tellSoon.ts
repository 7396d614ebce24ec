import type { Topic } from '../../shared/contract'
import type { Context } from '../actions/context'

/** What changes many times a second is told no more often than this, in milliseconds. */
const EVERY_MS = 250

/** Tells that something changed: at once, and what follows soon after together. */
export function tellSoon({
  clock,
  tellChanged,
}: Pick<Context, 'clock' | 'tellChanged'>): (topics: readonly Topic[]) => void {
  const untold = new Set<Topic>()
  let toldAt = Number.NEGATIVE_INFINITY
  let isWaiting = false
  const tell = () => {
    toldAt = clock.monotonic()
    const topics = [...untold]
    untold.clear()
    tellChanged(topics)
  }
  return (topics) => {
    for (const topic of topics) untold.add(topic)
    if (isWaiting) return
    const leftMs = toldAt + EVERY_MS - clock.monotonic()
    if (leftMs <= 0) {
      tell()
      return
    }
    isWaiting = true
    void clock.sleep(leftMs).then(() => {
      isWaiting = false
      tell()
    })
  }
}
