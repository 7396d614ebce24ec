import type { Command } from '../../shared/app'
import { addressesText } from '../../shared/text/window/addresses'
import { afterOverlay } from '../ui/focusAfterOverlay'
import { isTextField } from '../ui/isTextField'
import { closeDialog, openDialog, showOperations, showScreen, showSection, usePlace } from './app'
import { isBusy, isDoing } from './busy'
import { createAddress } from './creations'
import { chooseImport, openExport } from './data'
import { wantSearch } from './finding'
import { undoLast } from './hiding'
import { litemailAccounts } from './litemail'
import { showDone } from './notices'
import { togglePalette } from './palette'
import { toggleSensitive } from './sensitive'

/** What the window does when the menu, the palette or the command line asks for it. */
export const orders: Record<Command, () => void> = {
  'new-address': () => void createAddress({ wish: {}, via: 'menu' }),
  'new-address-with': unlessBusy(() => openDialog({ kind: 'new-address-with', wish: {} })),
  import: unlessBusy(() => void chooseImport()),
  export: unlessBusy(openExport),
  undo: () => {
    const { screen } = usePlace.getState()
    // A field takes back what was typed into it.
    if (isTextField(document.activeElement)) document.execCommand('undo')
    else if (isBusy()) return
    // What nobody sees is not taken back.
    else if (screen === 'addresses') void undoLast()
    else showDone(addressesText.nothingToUndoHere)
  },
  find: unlessBusy(() => {
    const { screen } = usePlace.getState()
    if (screen !== 'mailboxes' && screen !== 'domains' && screen !== 'operations' && screen !== 'activity')
      showScreen('addresses')
    wantSearch()
  }),
  addresses: unlessBusy(() => showScreen('addresses')),
  overview: unlessBusy(() => showFleet('overview')),
  mailboxes: unlessBusy(() => showFleet('mailboxes')),
  domains: unlessBusy(() => showFleet('domains')),
  exports: unlessBusy(() => showFleet('exports')),
  billing: unlessBusy(() => showFleet('billing')),
  activity: unlessBusy(() => showScreen('activity')),
  operations: unlessBusy(() => showOperations()),
  settings: unlessBusy(() => showScreen('settings')),
  palette: togglePalette,
  'hide-sensitive': () => void toggleSensitive(),
  about: unlessBusy(() => showSection('about')),
}

/** What somebody does in a dialog is not thrown away; nothing is being done in the palette, which makes room. */
function unlessBusy(act: () => void): () => void {
  return () => {
    if (!isBusy()) act()
    else if (!isDoing()) {
      closeDialog()
      afterOverlay(act)
    }
  }
}

/** A screen of Litemail; where no account is connected that comes first. */
function showFleet(screen: 'overview' | 'mailboxes' | 'domains' | 'exports' | 'billing'): void {
  if (litemailAccounts.use.getState().data?.length === 0) openDialog({ kind: 'connect-litemail' })
  else showScreen(screen)
}
