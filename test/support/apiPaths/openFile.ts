import { openApiFile, readChosenApiFile } from '../../../src/main/actions/apiPaths/apiFiles'
import type { ApiFileThread } from '../../../src/main/transfer/readApiFile'
import type { OpenedApiFile } from '../../../src/shared/apiFile'
import type { AppError } from '../../../src/shared/errors'
import { ok, type Result } from '../../../src/shared/result'
import type { World } from '../actions/world'

/** The user chooses a file of API paths, and it is read; null where none is chosen. */
export async function openAndRead(
  { context, chosenFiles }: Pick<World, 'context' | 'chosenFiles'>,
  { accountId, path }: { readonly accountId: string; readonly path: string | null },
  thread: Omit<ApiFileThread, 'signal'>,
): Promise<Result<OpenedApiFile | null, AppError>> {
  if (path === null) delete chosenFiles['api-paths']
  else chosenFiles['api-paths'] = path
  const chosen = await openApiFile(context, accountId)
  if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen
  return readChosenApiFile(context, { accountId, file: chosen.value.file }, thread)
}
