import type { Address } from '../../shared/address'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { fileNames } from '../../shared/text/files'
import type { ExportFormat, WrittenFile } from '../../shared/transfer'
import { csvPiece, JSON_TAIL, jsonHead, jsonPiece } from '../transfer/exportText'
import { nameOf } from '../transfer/importFile'
import { writeFile } from '../transfer/writeFile'
import { idsOf } from './choice'
import type { Context } from './context'

/** So many addresses are read at once. */
const PAGE = 200

/** Writes addresses to a file that the user chooses, in the order of the choice. Null where none was chosen. */
export async function exportAddresses(
  context: Context,
  { format, choice }: { format: ExportFormat; choice: Choice },
): Promise<Result<WrittenFile, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  if (ids.value.length === 0) return err({ kind: 'not-found', what: 'address' })
  const at = context.clock.now()
  const path = await context.files.save(format, fileNames.export(at, format))
  if (path === null) return ok(null)

  let count = 0
  async function* pages(wanted: readonly string[]): AsyncGenerator<Result<string, AppError>> {
    const piece = format === 'csv' ? csvPiece : jsonPiece
    if (format === 'json') yield ok(jsonHead(at))
    for (let from = 0; from < wanted.length; from += PAGE) {
      const page: Result<Address[], AppError> = await context.store.read(
        'addresses.several',
        wanted.slice(from, from + PAGE),
      )
      if (!page.ok) {
        yield page
        return
      }
      yield ok(piece(page.value, format === 'csv' ? from === 0 : count === 0))
      count += page.value.length
    }
    if (format === 'json') yield ok(JSON_TAIL)
  }
  const written = await writeFile(path, pages(ids.value))
  return written.ok ? ok({ fileName: nameOf(path), count, bytes: written.value }) : written
}
