import type { Command } from '../../shared/app'
import type { Topic } from '../../shared/contract'
import { listen } from '../bridge'
import { isTextField } from '../ui/isTextField'
import { accounts, refreshAllowances } from './accounts'
import { activity } from './activity'
import { addresses } from './addresses'
import { openDialog, showScreen, showSection, usePlace } from './app'
import { refreshBatch } from './batches'
import { createAddress, showElsewhere, useCreations } from './creations'
import { chooseImport, openExport } from './data'
import { desktop } from './desktop'
import { openDetails, refreshDetails } from './details'
import { wantSearch } from './finding'
import { undoLast } from './hiding'
import { refreshLabels } from './labels'
import { listings } from './listings'
import { litemailAccounts } from './litemail'
import { settings } from './settings'
import { refreshTopic } from './topics'

const refreshers: Record<Topic, () => Promise<void>> = {
  accounts: accounts.refresh,
  addresses: () =>
    Promise.all([addresses.refresh(), refreshDetails(), refreshLabels()]).then(() => undefined),
  // Read when its screen is opened; until then there is nothing to keep fresh.
  activity: () => (activity.use.getState().total === null ? Promise.resolve() : activity.refresh()),
  settings: settings.refresh,
  allowance: refreshAllowances,
  listings: listings.refresh,
  batches: refreshBatch,
  desktop: () => (desktop.use.getState().data === null ? Promise.resolve() : desktop.refresh()),
  litemail: () => Promise.all([litemailAccounts.refresh(), refreshTopic('litemail')]).then(() => undefined),
  fleet: () => refreshTopic('fleet'),
  mailboxes: () => refreshTopic('mailboxes'),
  domains: () => refreshTopic('domains'),
  views: () => refreshTopic('views'),
}

const orders: Record<Command, () => void> = {
  'new-address': () => void createAddress({ wish: {}, via: 'menu' }),
  'new-address-with': () => {
    // What somebody is typing into a dialog is not thrown away.
    if (usePlace.getState().dialog === null) openDialog({ kind: 'new-address-with', wish: {} })
  },
  import: () => {
    if (usePlace.getState().dialog === null) void chooseImport()
  },
  export: () => {
    if (usePlace.getState().dialog === null) openExport()
  },
  undo: () => {
    const { screen, dialog } = usePlace.getState()
    // A field takes back what was typed into it.
    if (isTextField(document.activeElement)) document.execCommand('undo')
    // What nobody sees is not taken back.
    else if (screen === 'addresses' && dialog === null) void undoLast()
  },
  find: () => {
    const { screen, dialog } = usePlace.getState()
    if (dialog !== null) return
    if (screen !== 'mailboxes' && screen !== 'domains') showScreen('addresses')
    wantSearch()
  },
  addresses: () => {
    if (usePlace.getState().dialog === null) showScreen('addresses')
  },
  overview: () => showFleet('overview'),
  mailboxes: () => showFleet('mailboxes'),
  domains: () => showFleet('domains'),
  activity: () => showScreen('activity'),
  settings: () => showScreen('settings'),
  about: () => showSection('about'),
}

/** A screen of Litemail; where no account is connected that comes first. */
function showFleet(screen: 'overview' | 'mailboxes' | 'domains'): void {
  if (usePlace.getState().dialog !== null) return
  if (litemailAccounts.use.getState().data?.length === 0) openDialog({ kind: 'connect-litemail' })
  else showScreen(screen)
}

/**
 * While a press waits for its address, changes are read anew so much later, in milliseconds: how it ended is drawn first, and
 * changes in a row are read once.
 */
const DRAWN_FIRST_MS = 30

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
    listen('show-address', ({ id }) => openDetails(id, { focus: 'note' })),
    listen('command', ({ command }) => orders[command]()),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
