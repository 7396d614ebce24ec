import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron'
import { desktopText } from '../../shared/text/desktop'

const text = desktopText.menu

/** A right click into a field, or on selected text, offers what can be done there; Electron has no such menu. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = contextItems(params)
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}

function contextItems({
  isEditable,
  selectionText,
  editFlags,
}: ContextMenuParams): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'cut', label: text.cut, enabled: editFlags.canCut },
      { role: 'copy', label: text.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: text.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: text.selectAll, enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: text.copy, enabled: editFlags.canCopy }]
}
