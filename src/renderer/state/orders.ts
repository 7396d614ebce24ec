import type { Command } from '../../shared/app'
import { isTextField } from '../ui/isTextField'
import { openDialog, showOperations, showScreen, showSection, usePlace } from './app'
import { createAddress } from './creations'
import { chooseImport, openExport } from './data'
import { wantSearch } from './finding'
import { undoLast } from './hiding'
import { litemailAccounts } from './litemail'
import { togglePalette } from './palette'
import { toggleSensitive } from './sensitive'

/** What the window does when the menu, the palette or the command line asks for it. */
export const orders: Record<Command, () => void> = {
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
    if (screen !== 'mailboxes' && screen !== 'domains' && screen !== 'operations') showScreen('addresses')
    wantSearch()
  },
  addresses: () => {
    if (usePlace.getState().dialog === null) showScreen('addresses')
  },
  overview: () => showFleet('overview'),
  mailboxes: () => showFleet('mailboxes'),
  domains: () => showFleet('domains'),
  billing: () => showFleet('billing'),
  activity: () => showScreen('activity'),
  operations: () => {
    if (usePlace.getState().dialog === null) showOperations()
  },
  settings: () => showScreen('settings'),
  palette: togglePalette,
  'hide-sensitive': () => void toggleSensitive(),
  about: () => showSection('about'),
}

/** A screen of Litemail; where no account is connected that comes first. */
function showFleet(screen: 'overview' | 'mailboxes' | 'domains' | 'billing'): void {
  if (usePlace.getState().dialog !== null) return
  if (litemailAccounts.use.getState().data?.length === 0) openDialog({ kind: 'connect-litemail' })
  else showScreen(screen)
}
