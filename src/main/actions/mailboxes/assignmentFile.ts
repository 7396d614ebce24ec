import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { onFile } from '../../transfer/fileProblem'
import { type ImportFile, nameOf, openImportFile } from '../../transfer/importFile'
import type { Context } from '../context'

/** The user chooses a file with new mailboxes; null where none was chosen. One at a time: the one before is closed. */
export async function openAssignment(
  context: Context,
): Promise<Result<Output<'mailboxes.openAssignment'>, AppError>> {
  const path = await context.files.open('mailboxes')
  if (path === null) return ok(null)
  const opened = await onFile('read', async () => ok(await openImportFile(path)))
  if (!opened.ok) return opened
  for (const [other, { what }] of context.openedFiles) {
    if (what === 'mailboxes') context.openedFiles.delete(other)
  }
  const file = randomUUID()
  context.openedFiles.set(file, { path, what: 'mailboxes', content: opened.value })
  return ok({ file, fileName: nameOf(path), bytes: opened.value.print.bytes })
}

/** Forgets a file that was chosen. */
export function closeAssignment({ openedFiles }: Context, file: string): void {
  if (openedFiles.get(file)?.what === 'mailboxes') openedFiles.delete(file)
}

/** The file of a token. */
export function assignmentFile({ openedFiles }: Context, file: string): Result<ImportFile, AppError> {
  const opened = openedFiles.get(file)
  if (opened?.what !== 'mailboxes') return err({ kind: 'not-found', what: 'file' })
  // `openAssignment` alone puts files with new mailboxes there.
  return ok(opened.content as ImportFile)
}
