import type { Store } from '../store/store'
import type { Transport } from '../upstream/exchange'
import { demoLikeDo } from './demoLikeDo'
import { demoLitemail } from './demoLitemail'
import { createDemoLikeDo } from './likedo'
import { fillSampleData, readHeld } from './sampleData'
import { openSampleLitemail } from './sampleLitemail'
import { createDemoTransport } from './transport'

/**
 * Fills a sample profile with what it lacks, and answers the way to its embedded services: LikeDo with the addresses of
 * the profile, Litemail with a fleet of so many mailboxes. What cannot be written is missing, and what is missing is
 * said where it would stand.
 */
export async function openSampleData(
  store: Store,
  mailboxes: number = demoLitemail.mailboxes,
  now: () => number = Date.now,
): Promise<Transport> {
  await fillSampleData(store, now())
  return createDemoTransport({
    [demoLikeDo.origin]: createDemoLikeDo({ held: await readHeld(store), now }),
    [demoLitemail.origin]: await openSampleLitemail(store, mailboxes, now),
  })
}
