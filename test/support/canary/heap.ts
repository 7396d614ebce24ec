import type { Page } from '@playwright/test'
import type { Leak } from './files'
import { startSearch, type Wanted } from './search'

export interface HeapSearched {
  readonly leaks: readonly Leak[]
  /** Bytes of the snapshot that was read. */
  readonly size: number
}

/** V8 cuts strings in snapshots to 1,024 characters; with this argument of the application it does not. */
export const WHOLE_STRINGS = '--js-flags=--heap-snapshot-string-limit=100000000'

/**
 * Collects a page's garbage and searches a snapshot of what is left, which the page shares with the preload (Chrome
 * DevTools Protocol, "HeapProfiler"). Bytes in buffers are in no snapshot.
 */
export async function searchHeap(page: Page, wanted: Wanted): Promise<HeapSearched> {
  const client = await page.context().newCDPSession(page)
  try {
    await client.send('HeapProfiler.enable')
    await client.send('HeapProfiler.collectGarbage')
    const search = startSearch(wanted)
    let size = 0
    client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      search.push(bytes)
    })
    await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    const spellings = search.found()
    return { leaks: spellings.length > 0 ? [{ place: 'the heap of the page', spellings }] : [], size }
  } finally {
    await client.detach()
  }
}
