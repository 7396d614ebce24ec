import type { OpenedApiFile } from '../../shared/apiFile'
import type { AppError } from '../../shared/errors'
import { apiFilesText } from '../../shared/text/window/apiFiles'
import { apiPathsText } from '../../shared/text/window/apiPaths'
import { call } from '../bridge'
import { type PathsAccount, putRows } from './apiPaths'
import { openDialog } from './app'
import { choose } from './data'
import { showDone, showError } from './notices'

/** "Import…": a file is chosen, then shown as it would be taken. */
export async function chooseApiFile(account: PathsAccount): Promise<void> {
  const { id: accountId, service } = account
  const again = () => void chooseApiFile(account)
  const opened = await choose('api-paths', () => call('apiPaths.openFile', { accountId }))
  if (!opened.ok) showError(opened.error, { service, accountId, redo: again, chooseFile: again })
  else if (opened.value !== null) openDialog({ kind: 'import-api-paths', accountId, opened: opened.value })
}

/** Has operations asked as an opened file says. Null: done; else why none of them is. */
export async function takeApiFile(
  { id: accountId }: PathsAccount,
  { file, fileName }: OpenedApiFile,
  operations: readonly string[],
): Promise<AppError | null> {
  const taken = await call('apiPaths.takeFile', { accountId, file, operations: [...operations] })
  if (!taken.ok) return taken.error
  showDone(apiFilesText.taken(operations.length, fileName), accountId)
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
