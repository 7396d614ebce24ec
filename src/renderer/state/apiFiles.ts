import { create } from 'zustand'
import type { OpenedApiFile } from '../../shared/apiFile'
import type { AppError } from '../../shared/errors'
import { apiFilesText } from '../../shared/text/window/apiFiles'
import { apiPathsText } from '../../shared/text/window/apiPaths'
import { call } from '../bridge'
import { type PathsAccount, putRows } from './apiPaths'
import { openDialog, usePlace } from './app'
import { choose } from './data'
import { showDone, showError } from './notices'

/** The file that was chosen last, as far as main has read it. */
interface ReadFile {
  readonly file: string | null
  /** Null: not read yet, or it cannot be. */
  readonly opened: OpenedApiFile | null
  readonly error: AppError | null
}

export const useApiFile = create<ReadFile>(() => ({ file: null, opened: null, error: null }))

/** "Import…": a file is chosen, and read while its dialog says so. */
export async function chooseApiFile(account: PathsAccount): Promise<void> {
  const { id: accountId, service } = account
  const chosen = await choose('api-paths', () => call('apiPaths.openFile', { accountId }))
  if (!chosen.ok) showError(chosen.error, { service, accountId, redo: () => void chooseApiFile(account) })
  else if (chosen.value !== null) {
    openDialog({ kind: 'import-api-paths', accountId, chosen: chosen.value })
    await readApiFile(accountId, chosen.value.file)
  }
}

async function readApiFile(accountId: string, file: string): Promise<void> {
  useApiFile.setState({ file, opened: null, error: null })
  const read = await call('apiPaths.readFile', { accountId, file })
  if (useApiFile.getState().file === file)
    useApiFile.setState(read.ok ? { opened: read.value } : { error: read.error })
}

// A file is forgotten with its dialog, whatever took that away; where it is being read, that ends.
usePlace.subscribe(({ dialog }, { dialog: before }) => {
  if (before?.kind !== 'import-api-paths' || dialog === before) return
  useApiFile.setState({ file: null, opened: null, error: null })
  void call('apiPaths.closeFile', { file: before.chosen.file })
})

/** Has operations asked as an opened file says. Null: done; else why none of them is. */
export async function takeApiFile(
  { id: accountId }: PathsAccount,
  { file, fileName, confirmed }: OpenedApiFile,
  operations: readonly string[],
): Promise<AppError | null> {
  const all = [...operations, ...confirmed]
  const taken = await call('apiPaths.takeFile', { accountId, file, operations: all })
  if (!taken.ok) return taken.error
  const words =
    operations.length === 0
      ? apiFilesText.confirmed(confirmed.length, fileName)
      : apiFilesText.taken(operations.length, fileName)
  showDone(words, accountId)
  await putRows(accountId, taken.value)
  return null
}

/** "Export…": what is changed, into a file that the user chooses. */
export async function exportPaths(account: PathsAccount): Promise<void> {
  const { id: accountId, service } = account
  const written = await call('apiPaths.export', { accountId })
  if (!written.ok) showError(written.error, { service, accountId, redo: () => void exportPaths(account) })
  else if (written.value !== null)
    showDone(apiPathsText.exported(written.value.count, written.value.fileName), accountId)
}
