import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { ExportFormat, WrittenFile } from '../../shared/transfer'
import { csvPiece, JSON_TAIL, jsonHead, jsonPiece } from '../transfer/exportText'
import { idsOf } from './choice'
import type { Context } from './context'
import { writeChosen } from './writeChosen'

/** Writes addresses to a file that the user chooses, in the order of the choice. Null where none was chosen. */
export async function exportAddresses(
  context: Context,
  { format, choice }: { format: ExportFormat; choice: Choice },
): Promise<Result<WrittenFile, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  const isCsv = format === 'csv'
  return writeChosen(context, {
    what: 'addresses',
    format,
    ids: ids.value,
    read: (some) => context.store.read('addresses.several', some),
    head: (at) => (isCsv ? csvPiece([], true) : jsonHead(at)),
    piece: (rows, isFirst) => (isCsv ? csvPiece(rows, false) : jsonPiece(rows, isFirst)),
    tail: isCsv ? '' : JSON_TAIL,
  })
}
