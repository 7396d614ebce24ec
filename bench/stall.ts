import type { App } from '../test/support/app/launch'

/** Between two looks at the clock of main, in milliseconds. */
const RESOLUTION_MS = 5

/** Watches main from now on; answers the longest time in which it did nothing else, in milliseconds. */
export async function watchMain({ electron }: App): Promise<() => Promise<number>> {
  const watch = await electron.evaluateHandle((_, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delays = monitorEventLoopDelay({ resolution })
    delays.enable()
    return delays
  }, RESOLUTION_MS)
  return async () => Math.max(0, (await watch.evaluate((delays) => delays.max / 1e6)) - RESOLUTION_MS)
}
