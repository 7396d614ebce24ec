import { create } from 'zustand'
import type { AddressView } from '../../shared/addressView'
import type { LocalCopy } from '../../shared/backup'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { exportText } from '../../shared/text/window/data'
import type { ExportFormat, WrittenFile } from '../../shared/transfer'
import { call } from '../bridge'
import { openDialog } from './app'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { EVERYTHING } from './view'

/** The copies that Mailroom made by itself, newest first. */
export const copies = createMirror(() => call('copies.list', {}))

/** A chooser is open: a second press opens no second one. */
export const useChoosing = create<{ readonly what: 'import' | 'backup' | 'api-paths' | 'mailboxes' | null }>(
  () => ({
    what: null,
  }),
)

/** Asks main to let the user choose a file, unless that is being asked already. Null: none was chosen. */
export async function choose<T>(
  what: 'import' | 'backup' | 'api-paths' | 'mailboxes',
  ask: () => Promise<Result<T | null, AppError>>,
): Promise<Result<T | null, AppError>> {
  if (useChoosing.getState().what !== null) return ok(null)
  useChoosing.setState({ what })
  const chosen = await ask()
  useChoosing.setState({ what: null })
  return chosen
}

/** "Import…": a file is chosen, then shown as it would be read. */
export async function chooseImport(): Promise<void> {
  const chosen = await choose('import', () => call('data.openImport', {}))
  if (!chosen.ok) showError(chosen.error, { redo: () => void chooseImport() })
  else if (chosen.value !== null) openDialog({ kind: 'import', preview: chosen.value })
}

/** "Restore a backup…": a file is chosen, then opened with its passphrase. */
export async function chooseBackup(): Promise<void> {
  const chosen = await choose('backup', () => call('backup.open', {}))
  if (!chosen.ok) showError(chosen.error, { redo: () => void chooseBackup() })
  else if (chosen.value !== null) openDialog({ kind: 'restore', opened: chosen.value })
}

/** A local copy, shown as a backup is before anything is restored. */
export async function openCopy(id: LocalCopy['id']): Promise<void> {
  const preview = await call('copies.preview', { id })
  if (preview.ok) openDialog({ kind: 'restore-copy', preview: preview.value })
  else showError(preview.error, { redo: () => void openCopy(id) })
}

export const openExport = () => openDialog({ kind: 'export' })

/** Writes addresses into a file that the user chooses; says so when it is done. Null: no file was chosen. */
async function write(choice: Choice, format: ExportFormat): Promise<Result<WrittenFile, AppError>> {
  const written = await call('data.export', { format, choice })
  if (written.ok && written.value !== null) {
    const { count, fileName, bytes } = written.value
    showDone(exportText.done(count, fileName, bytes))
  }
  return written
}

/** Exports what was chosen in a list, and says how that went. */
export async function exportChoice(choice: Choice, format: ExportFormat): Promise<void> {
  const written = await write(choice, format)
  if (!written.ok) showError(written.error, { redo: () => void exportChoice(choice, format) })
}

/** Exports all that a view shows now; `none` where that is nothing. */
export async function exportView(
  format: ExportFormat,
  view: AddressView,
): Promise<Result<WrittenFile | 'none', AppError>> {
  const taken = await call('addresses.snapshot', { view })
  if (!taken.ok) return taken
  const { snapshot, ids } = taken.value
  return ids.length === 0 ? ok('none') : write({ snapshot, except: [] }, format)
}

/** How many addresses there are, hidden ones too; null where that cannot be read. */
export async function countEverything(): Promise<number | null> {
  const page = await call('addresses.list', { view: EVERYTHING, offset: 0, limit: 1 })
  return page.ok ? page.value.total : null
}
