import { paletteActions } from '../../../shared/text/menu'
import { aboutText } from '../../../shared/text/window/about'
import { batchesText } from '../../../shared/text/window/batches'
import { billingText } from '../../../shared/text/window/billing'
import { dataText } from '../../../shared/text/window/data'
import { firstRunText } from '../../../shared/text/window/firstRun'
import { jobsText } from '../../../shared/text/window/jobs'
import { listingsText } from '../../../shared/text/window/listings'
import { paletteText } from '../../../shared/text/window/palette'
import { type OpenDialog, openDialog, openLink, showFolder } from '../../state/app'
import { chooseBackup } from '../../state/data'
import { refreshFleet } from '../../state/fleet'
import { openGoing } from '../../state/jobs'
import { refreshListings } from '../../state/listings'
import { orders } from '../../state/orders'
import { actOnWindow } from '../../state/palette'
import { hideSensitive } from '../../state/sensitive'
import type { PaletteEntry } from './entry'

const plainly = { kind: 'action', about: '' } as const

const dialog = (open: OpenDialog, name: string): PaletteEntry => ({
  ...plainly,
  id: open.kind,
  name,
  run: () => openDialog(open),
})

/**
 * The menu has a tick where something is on; here the words say what comes of it, and no other comes of it. The words of the
 * one lead not to the other: who types "hide" shows nothing.
 */
const sensitiveEntry = (isHidden: boolean) => ({
  ...(isHidden ? { name: paletteText.showSensitive } : {}),
  run: () => void hideSensitive(!isHidden),
})

/** Everything that the menu does, in its order, and what only screens offer. `isHidden`: what is sensitive is known to be. */
export const actionEntries = (isHidden: boolean): readonly PaletteEntry[] => [
  ...paletteActions.map((entry): PaletteEntry => {
    const { id, label: name } = entry
    switch (entry.kind) {
      case 'command':
        return {
          ...plainly,
          id,
          name,
          run: () => orders[entry.id](),
          ...(entry.keys === undefined ? {} : { keys: entry.keys }),
          ...(entry.id === 'hide-sensitive' ? sensitiveEntry(isHidden) : {}),
        }
      case 'link':
        return { ...plainly, id, name, run: () => void openLink(entry.id) }
      default:
        return { ...plainly, id, name, run: () => void actOnWindow(entry.id) }
    }
  }),
  { ...plainly, id: 'litemail', name: billingText.openLitemail, run: () => void openLink('litemail') },
  dialog({ kind: 'new-addresses-from-list' }, batchesText.open),
  {
    ...plainly,
    id: 'refresh-addresses',
    name: paletteText.refreshAddresses,
    run: () => void refreshListings(false),
  },
  { ...dialog({ kind: 'refresh-all' }, listingsText.refreshAll), about: listingsText.refreshAllHint },
  { ...plainly, id: 'refresh-fleet', name: paletteText.refreshFleet, run: () => void refreshFleet() },
  { ...plainly, id: 'jobs', name: jobsText.showGoing, run: () => void openGoing() },
  dialog({ kind: 'connect' }, firstRunText.connect),
  dialog({ kind: 'connect-litemail' }, firstRunText.connectLitemail),
  dialog({ kind: 'back-up' }, dataText.backUp),
  { ...plainly, id: 'restore', name: dataText.restore, run: () => void chooseBackup() },
  dialog({ kind: 'diagnostics' }, dataText.showDiagnostics),
  dialog({ kind: 'remove-keys' }, dataText.removeKeys),
  dialog({ kind: 'delete-everything' }, dataText.deleteEverything),
  { ...plainly, id: 'data-folder', name: aboutText.openDataFolder, run: () => void showFolder('data') },
  { ...plainly, id: 'logs', name: aboutText.openLogs, run: () => void showFolder('logs') },
]
