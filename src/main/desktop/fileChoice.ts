import { type BrowserWindow, dialog } from 'electron'
import type { FileChoice } from '../actions/context'

/** The system's own dialogs; attached to the window that asks, where one is open. */
export function createFileChoice(ownerWindow: () => BrowserWindow | null): FileChoice {
  return {
    async open() {
      const owner = ownerWindow()
      const options = { properties: ['openFile' as const] }
      const { filePaths } = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options))
      return filePaths[0] ?? null
    },
    async save(_what, name) {
      const owner = ownerWindow()
      const options = { defaultPath: name }
      const { filePath, canceled } = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options))
      return canceled || filePath === '' ? null : filePath
    },
  }
}
