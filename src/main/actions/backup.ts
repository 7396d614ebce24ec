import { randomUUID } from 'node:crypto'
import type { BackupPreview } from '../../shared/backup'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { fileNames } from '../../shared/text/files'
import type { WrittenFile } from '../../shared/transfer'
import { addressesIn } from '../store/content'
import { databaseIn } from '../store/place'
import { type BackupFile, decryptBackup, encryptBackup, openBackupFile } from '../transfer/backupFile'
import { onFile } from '../transfer/fileProblem'
import { nameOf } from '../transfer/importFile'
import { writeFile } from '../transfer/writeFile'
import type { Context } from './context'
import { makeCopy } from './localCopies'
import { openStaged, previewOf, type StagedFile, stageContent } from './stageContent'

/**
 * Writes everything but keys to one encrypted file that the user chooses, as of one moment. Null where none was
 * chosen.
 */
export async function saveBackup(
  context: Context,
  passphrase: string,
): Promise<Result<WrittenFile, AppError>> {
  const at = context.clock.now()
  const path = await context.files.save('backup', fileNames.backup(at))
  if (path === null) return ok(null)
  let count = 0
  async function* pages() {
    for await (const page of context.aside.readContent(databaseIn(context.folder), { isTolerant: false })) {
      if (page.ok) count += addressesIn(page.value)
      yield page
    }
  }
  const written = await writeFile(path, encryptBackup(passphrase, at, pages()))
  return written.ok ? ok({ fileName: nameOf(path), count, bytes: written.value }) : written
}

/** The user chooses a backup; it is looked at as far as that goes without its passphrase. Null where none was chosen. */
export async function openBackup(context: Context): Promise<Result<Output<'backup.open'>, AppError>> {
  const path = await context.files.open('backup')
  if (path === null) return ok(null)
  const file = await onFile('read', () => openBackupFile(path))
  if (!file.ok) return file
  const token = randomUUID()
  context.openedFiles.set(token, { path, what: 'backup', content: file.value })
  return ok({ file: token, fileName: nameOf(path), bytes: file.value.print.bytes })
}

/** Opens a backup, and says what restoring it would bring. Changes nothing. */
export async function previewBackup(
  context: Context,
  { file: token, passphrase }: { file: string; passphrase: string },
): Promise<Result<BackupPreview, AppError>> {
  const opened = context.openedFiles.get(token)
  if (opened?.what !== 'backup') return err({ kind: 'not-found', what: 'file' })
  // `openBackup` alone puts backups there.
  const file = opened.content as BackupFile
  return onFile('read', async (): Promise<Result<BackupPreview, AppError>> => {
    const decrypted = await decryptBackup(file, passphrase)
    if (!decrypted.ok) return decrypted
    const { madeAt, pages } = decrypted.value
    const staged: StagedFile = { token, path: file.path, madeAt, keys: 'elsewhere' }
    return stageContent(context, staged, pages)
  })
}

/**
 * Merges what a preview showed, of a backup or of a local copy, with what is here, all of it or nothing, after a copy of
 * what there is. Answers how it went in the numbers of the preview. The file is closed then.
 */
export async function restoreBackup(
  context: Context,
  token: string,
): Promise<Result<BackupPreview, AppError>> {
  const staged = openStaged(context, token)
  if (staged === null) return err({ kind: 'not-found', what: 'file' })
  const copied = await makeCopy(context, 'restore')
  if (!copied.ok) return copied
  const merged = await context.store.write('restore.merge', {
    token,
    keys: staged.keys,
    at: context.clock.now(),
  })
  if (!merged.ok) return merged
  closeBackup(context, token)
  return merged.value === null
    ? err({ kind: 'not-found', what: 'file' })
    : ok(previewOf(staged, merged.value))
}

/** Forgets a backup or a copy that was opened, and what was read of it. */
export function closeBackup(context: Context, token: string): void {
  const isOpen = context.openedFiles.get(token)?.what !== 'import' && context.openedFiles.delete(token)
  const isStaged = context.stagedFiles.delete(token)
  if (isOpen || isStaged) void context.store.write('restore.drop', token)
}
