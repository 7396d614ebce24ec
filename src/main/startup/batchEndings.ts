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
  readonly lead: () => void
}

/** Tells in one notification how several addresses ended that were asked for at once, where no window shows it. */
export function tellBatches({ context, changes, notifications, isWatched, lead }: BatchEndingsParts): void {
  const told = new Set<string>()

  async function tell(id: string): Promise<void> {
    const [settings, batch] = await Promise.all([context.store.read('settings.get'), readBatch(context, id)])
    const isNotifying = !settings.ok || settings.value.isNotifying
    if (batch.ok && isNotifying) await notifications.show(batchNotification(batch.value), lead)
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
