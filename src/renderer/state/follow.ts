import type { EventPayload, Topic } from '../../shared/contract'
import { listen } from '../bridge'
import { accounts, refreshAllowances } from './accounts'
import { activity, showAttention } from './activity'
import { addresses } from './addresses'
import { showApiPath, showBilling } from './app'
import { refreshBatch } from './batches'
import { showElsewhere, useCreations } from './creations'
import { desktop } from './desktop'
import { openDetails, refreshDetails } from './details'
import { refreshLabels } from './labels'
import { listings } from './listings'
import { litemailAccounts } from './litemail'
import { orders } from './orders'
import { settings } from './settings'
import { refreshTopic } from './topics'
import { whenFree } from './whenFree'

const refreshers: Record<Topic, () => Promise<void>> = {
  accounts: accounts.refresh,
  addresses: () =>
    Promise.all([addresses.refresh(), refreshDetails(), refreshLabels()]).then(() => undefined),
  // Read when its screen is opened; until then there is nothing to keep fresh.
  activity: () => Promise.all([activity.follow(), refreshTopic('activity')]).then(() => undefined),
  settings: settings.refresh,
  allowance: refreshAllowances,
  listings: listings.refresh,
  batches: refreshBatch,
  desktop: desktop.follow,
  litemail: () => Promise.all([litemailAccounts.refresh(), refreshTopic('litemail')]).then(() => undefined),
  fleet: () => refreshTopic('fleet'),
  mailboxes: () => refreshTopic('mailboxes'),
  domains: () => refreshTopic('domains'),
  views: () => refreshTopic('views'),
  'api-paths': () => refreshTopic('api-paths'),
  jobs: () => refreshTopic('jobs'),
  credentials: () => refreshTopic('credentials'),
  messages: () => refreshTopic('messages'),
}

/**
 * While a press waits for its address, changes are read anew so much later, in milliseconds: how it ended is drawn first, and
 * changes in a row are read once.
 */
const DRAWN_FIRST_MS = 30

/** Domains that miss something, and no others. Their list is loaded with its screen. */
async function showDomains(missing: EventPayload<'show-domains'>['missing']): Promise<void> {
  const { domains } = await import('./domains')
  domains.open({ health: missing })
}

/** Follows what main tells unasked, until the returned function is called. */
export function followMain(): () => void {
  const changed = new Set<Topic>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const readChanged = () => {
    clearTimeout(timer)
    timer = undefined
    const topics = [...changed]
    changed.clear()
    for (const topic of topics) void refreshers[topic]()
  }
  const stops = [
    listen('changed', ({ topics }) => {
      for (const topic of topics) changed.add(topic)
      if (useCreations.getState().inLine === 0) readChanged()
      else timer ??= setTimeout(readChanged, DRAWN_FIRST_MS)
    }),
    () => clearTimeout(timer),
    listen('ended', (result) => void showElsewhere(result)),
    listen('show-address', ({ id }) => whenFree(() => openDetails(id, { focus: 'note' }))),
    listen('show-billing', ({ accountId }) => whenFree(() => showBilling(accountId))),
    listen('show-attention', () => whenFree(showAttention)),
    listen('show-domains', ({ missing }) => whenFree(() => void showDomains(missing))),
    listen('fix-path', ({ accountId, operation }) => whenFree(() => showApiPath(accountId, operation))),
    listen('command', ({ command, isFromOutside }) => {
      if (isFromOutside) whenFree(orders[command])
      else orders[command]()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
