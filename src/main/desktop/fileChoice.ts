import {
  type BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { fileKinds } from '../../shared/text/files'
import type { FileChoice } from '../actions/context'

const any: FileFilter = { name: fileKinds.any, extensions: ['*'] }
const filters = {
  import: [{ name: fileKinds.import, extensions: ['csv', 'tsv', 'txt', 'json'] }, any],
  csv: [{ name: fileKinds.csv, extensions: ['csv'] }],
  json: [{ name: fileKinds.json, extensions: ['json'] }],
  backup: [{ name: fileKinds.backup, extensions: ['mailroom-backup'] }, any],
  'api-paths': [{ name: fileKinds.apiPaths, extensions: ['json', 'yaml', 'yml'] }, any],
  mailboxes: [{ name: fileKinds.mailboxes, extensions: ['csv', 'tsv', 'txt'] }, any],
  diagnostics: [{ name: fileKinds.diagnostics, extensions: ['txt'] }],
} satisfies Record<Parameters<FileChoice['open']>[0] | Parameters<FileChoice['save']>[0], FileFilter[]>

/** The system's own dialogs, over the window that asks, where one is open. */
export function createFileChoice(ownerWindow: () => BrowserWindow | null): FileChoice {
  return {
    async open(what) {
      const owner = ownerWindow()
      const options: OpenDialogOptions = { properties: ['openFile'], filters: filters[what] }
      const { filePaths, canceled } = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async save(what, name) {
      const owner = ownerWindow()
      const options: SaveDialogOptions = {
        defaultPath: name,
        filters: filters[what],
        // GTK does not ask by itself (Electron, "dialog.showSaveDialog").
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      }
      const { filePath, canceled } = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options))
      return canceled || filePath === '' ? null : filePath
    },
  }
}
