import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { ExportFormat, WrittenFile } from '../../shared/transfer'
import type { Context } from './context'

export async function exportAddresses(
  _context: Context,
  _wish: { format: ExportFormat; choice: Choice },
): Promise<Result<WrittenFile, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
