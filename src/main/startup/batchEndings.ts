import type { Batch } from '../../shared/batch'
import { batchNotification } from '../../shared/text/notifications'
import type { Context } from '../actions/context'
import { readBatch } from '../actions/createBatch'
import type { Notifications } from '../desktop/notifications'
import type { Changes } from './changes'

export interface BatchEndingsParts {
  readonly context: Context
  readonly changes: Changes
  readonly notifications: Notifications
  /** One of Mailroom's windows has the focus, and shows how far a batch has come. */
  readonly isWatched: () => boolean
  /** Keeps it as the last outcome, until somebody has seen it. */
  readonly tell: (batch: Batch) => void
  /** Leads to the list. */
  readonly lead: () => void
}

/** Tells in one notification how several addresses ended that were asked for at once, where no window shows it. */
export function tellBatches({
  context,
  changes,
  notifications,
  isWatched,
  ...parts
}: BatchEndingsParts): void {
  const told = new Set<string>()

  async function tell(id: string): Promise<void> {
    const [settings, batch] = await Promise.all([context.store.read('settings.get'), readBatch(context, id)])
    if (!batch.ok) return
    parts.tell(batch.value)
    // Where the settings cannot be read, neither can it be known whether an address may be named.
    const { isNotifying, isAddressNotified } = settings.ok
      ? settings.value
      : { isNotifying: true, isAddressNotified: false }
    if (isNotifying)
      await notifications.show(batchNotification(batch.value, { isAddressNotified }), parts.lead)
  }

  changes.onTold((topics) => {
    if (!topics.includes('batches')) return
    for (const { id, isEnded } of context.batches.values()) {
      if (!isEnded || told.has(id)) continue
      told.add(id)
      if (!isWatched()) void tell(id)
    }
  })
}
