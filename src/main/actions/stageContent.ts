import { basename } from 'node:path'
import type { BackupPreview } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ContentPage } from '../store/content'
import type { WhereKeysAre } from '../store/mergingAccounts'
import type { MergeForecast } from '../store/restoring'
import type { Context } from './context'

/** Content of a file that lies staged in the store. */
export interface StagedFile {
  readonly token: string
  readonly path: string
  /** When the file was made, in epoch milliseconds. */
  readonly madeAt: number
  readonly keys: WhereKeysAre
}

/** Puts content aside in the store, page by page; nothing that is kept changes. After an error nothing stays there. */
export async function stagePages(
  context: Context,
  token: string,
  pages: AsyncIterable<Result<ContentPage, AppError>>,
): Promise<Result<void, AppError>> {
  const fail = async (error: AppError): Promise<Result<void, AppError>> => {
    await context.store.write('restore.drop', token)
    return err(error)
  }
  await context.store.write('restore.drop', token)
  for await (const page of pages) {
    if (!page.ok) return fail(page.error)
    const staged = await context.store.write('restore.stage', { token, page: page.value })
    if (!staged.ok) return fail(staged.error)
  }
  return ok(undefined)
}

/** What a forecast says, in the numbers that a window shows. */
export const previewOf = (
  file: StagedFile,
  { inBackup, here, after, unsettled }: MergeForecast,
): BackupPreview => {
  const counts = (of: keyof typeof inBackup) => ({ inBackup: inBackup[of], here: here[of], after: after[of] })
  return {
    file: file.token,
    fileName: basename(file.path),
    madeAt: file.madeAt,
    addresses: counts('addresses'),
    notes: counts('notes'),
    labels: counts('labels'),
    accounts: counts('accounts'),
    activity: counts('activity'),
    views: counts('views'),
    apiMaps: counts('apiMaps'),
    messages: counts('messages'),
    unsettled,
  }
}

/** Reads content in, and says what merging it would bring. The file stays open under its token. */
export async function stageContent(
  context: Context,
  file: StagedFile,
  pages: AsyncIterable<Result<ContentPage, AppError>>,
): Promise<Result<BackupPreview, AppError>> {
  const { token, keys } = file
  // A window has one of them open at a time: what it left behind is not held any longer.
  for (const older of context.stagedFiles.keys()) {
    context.stagedFiles.delete(older)
    await context.store.write('restore.drop', older)
  }
  const staged = await stagePages(context, token, pages)
  if (!staged.ok) return staged
  const forecast = await context.store.write('restore.forecast', { token, keys, at: context.clock.now() })
  if (!forecast.ok) return forecast
  if (forecast.value === null) return err({ kind: 'not-found', what: 'file' })
  context.stagedFiles.set(token, file)
  return ok(previewOf(file, forecast.value))
}

/** What was read in under a token and waits to be merged; null where nothing was. */
export const openStaged = (context: Context, token: string): StagedFile | null =>
  context.stagedFiles.get(token) ?? null
