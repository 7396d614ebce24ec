import { paletteActions } from '../../../shared/text/menu'
import { aboutText } from '../../../shared/text/window/about'
import { batchesText } from '../../../shared/text/window/batches'
import { dataText } from '../../../shared/text/window/data'
import { firstRunText } from '../../../shared/text/window/firstRun'
import { listingsText } from '../../../shared/text/window/listings'
import { paletteText } from '../../../shared/text/window/palette'
import { type OpenDialog, openDialog, openLink, showFolder } from '../../state/app'
import { chooseBackup } from '../../state/data'
import { refreshFleet } from '../../state/fleet'
import { refreshListings } from '../../state/listings'
import { orders } from '../../state/orders'
import { actOnWindow } from '../../state/palette'
import type { PaletteEntry } from './entry'

const plainly = { kind: 'action', about: '' } as const

const dialog = (open: OpenDialog, name: string): PaletteEntry => ({
  ...plainly,
  id: open.kind,
  name,
  run: () => openDialog(open),
})

/** Everything that the menu does, in its order, and what only screens offer. */
export const actionEntries: readonly PaletteEntry[] = [
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
        }
      case 'link':
        return { ...plainly, id, name, run: () => void openLink(entry.id) }
      default:
        return { ...plainly, id, name, run: () => void actOnWindow(entry.id) }
    }
  }),
  dialog({ kind: 'new-addresses-from-list' }, batchesText.open),
  {
    ...plainly,
    id: 'refresh-addresses',
    name: paletteText.refreshAddresses,
    run: () => void refreshListings(false),
  },
  { ...dialog({ kind: 'refresh-all' }, listingsText.refreshAll), about: listingsText.refreshAllHint },
  { ...plainly, id: 'refresh-fleet', name: paletteText.refreshFleet, run: () => void refreshFleet() },
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
