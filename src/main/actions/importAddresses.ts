import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ImportPreview, ImportReading, ImportReport } from '../../shared/transfer'
import type { ImportedRow } from '../store/importing'
import { onFile } from '../transfer/fileProblem'
import type { ImportedLine } from '../transfer/importedLine'
import { guessImport, type ImportFile, nameOf, openImportFile, scanImport } from '../transfer/importFile'
import type { Context } from './context'
import { makeCopy } from './localCopies'

/** Ends a scan whose store failed; its cause goes with it. */
class Interruption extends Error {
  constructor(readonly reason: AppError) {
    super(reason.kind)
  }
}

const orInterrupt = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Interruption(result.error)
  return result.value
}

/** What `work` does with a file; what the file or the store says against it is a value. */
const scanning = async <T>(work: () => Promise<T>): Promise<Result<T, AppError>> =>
  onFile('read', async () => {
    try {
      return ok(await work())
    } catch (error) {
      if (error instanceof Interruption) return err(error.reason)
      throw error
    }
  })

const preview = (
  context: Context,
  token: string,
  file: ImportFile,
  reading: ImportReading,
): Promise<Result<ImportPreview, AppError>> =>
  scanning(async () => {
    let fresh = 0
    let known = 0
    const scan = await scanImport(file, reading, async (lines) => {
      const emails = [...new Set(lines.flatMap(({ row }) => (row === null ? [] : [row.email.toLowerCase()])))]
      const found = orInterrupt(await context.store.read('addresses.known', emails, null))
      known += found.length
      fresh += emails.length - found.length
    })
    return {
      file: token,
      fileName: nameOf(file.path),
      bytes: file.print.bytes,
      reading,
      fresh,
      known,
      ...scan,
    }
  })

/** The user chooses a file, and is shown how Mailroom would read it. Null where none was chosen. Changes nothing. */
export async function openImport(context: Context): Promise<Result<ImportPreview | null, AppError>> {
  const path = await context.files.open('import')
  if (path === null) return ok(null)
  const opened = await scanning(async () => {
    const file = await openImportFile(path)
    return { file, reading: await guessImport(file) }
  })
  if (!opened.ok) return opened
  const token = randomUUID()
  const found = await preview(context, token, opened.value.file, opened.value.reading)
  if (found.ok) context.openedFiles.set(token, { path, what: 'import', content: opened.value.file })
  return found
}

const findFile = (context: Context, token: string): Result<ImportFile, AppError> => {
  const opened = context.openedFiles.get(token)
  if (opened?.what !== 'import') return err({ kind: 'not-found', what: 'file' })
  // `openImport` alone puts files to be imported there.
  return ok(opened.content as ImportFile)
}

/** Shows the same file read in another way. A reading without columns has them found anew. Changes nothing. */
export async function readImport(
  context: Context,
  { file, reading }: { file: string; reading: ImportReading },
): Promise<Result<ImportPreview, AppError>> {
  const found = findFile(context, file)
  if (!found.ok) return found
  const whole =
    reading.columns.length > 0 ? ok(reading) : await scanning(() => guessImport(found.value, reading))
  return whole.ok ? preview(context, file, found.value, whole.value) : whole
}

/** So many addresses are one transaction. */
const MERGED_AT_ONCE = 100

/**
 * Adds what a file names, in small transactions, after a copy of what there is. What is known stays: a note of the file
 * joins the one that is there. An address is of the account that its line names, else of `accountId`, else nobody's.
 * A file that is not the one that was shown any more changes nothing: `gone`.
 */
export async function runImport(
  context: Context,
  { file: token, reading, accountId, labels }: Parsed<'data.runImport'>,
): Promise<Result<ImportReport, AppError>> {
  const found = findFile(context, token)
  if (!found.ok) return found
  const accounts = await context.store.read('accounts.list')
  if (!accounts.ok) return accounts
  if (accountId !== null && !accounts.value.some(({ id }) => id === accountId)) {
    return err({ kind: 'not-found', what: 'account' })
  }
  // Read to its end once before anything is changed: a file that breaks off is not half imported.
  const checked = await scanning(() => scanImport(found.value, reading, async () => undefined))
  if (!checked.ok) return checked
  const copied = await makeCopy(context, 'import')
  if (!copied.ok) return copied

  const accountIds = new Map(accounts.value.map(({ id, name }) => [name.toLowerCase(), id]))
  const now = context.clock.now()
  const toRow = (line: ImportedLine): ImportedRow => ({
    accountId: (line.account === null ? undefined : accountIds.get(line.account.toLowerCase())) ?? accountId,
    email: line.email,
    note: line.note,
    labels: [...new Set([...line.labels, ...labels])],
    tag: line.tag,
    at: line.at ?? now,
    hiddenAt: line.hidden === 'yes' ? now : line.hidden,
  })
  const counts = { added: 0, merged: 0, unchanged: 0, left: 0 }
  return scanning(async () => {
    const { problems } = await scanImport(found.value, reading, async (lines) => {
      const rows = lines.flatMap(({ row }) => (row === null ? [] : [toRow(row)]))
      counts.left += lines.length - rows.length
      for (let from = 0; from < rows.length; from += MERGED_AT_ONCE) {
        const part = rows.slice(from, from + MERGED_AT_ONCE)
        const merged = orInterrupt(await context.store.write('import.merge', part))
        counts.added += merged.added
        counts.merged += merged.merged
        counts.unchanged += merged.unchanged
      }
    })
    return { ...counts, problems }
  })
}

/** Forgets a file that was chosen. */
export function closeImport(context: Context, file: string): void {
  if (context.openedFiles.get(file)?.what === 'import') context.openedFiles.delete(file)
}
