import type { Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { ImportPreview, ImportReading, ImportReport } from '../../shared/transfer'
import type { Context } from './context'

export async function openImport(_context: Context): Promise<Result<ImportPreview | null, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function readImport(
  _context: Context,
  _wish: { file: string; reading: ImportReading },
): Promise<Result<ImportPreview, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function runImport(
  _context: Context,
  _wish: Parsed<'data.runImport'>,
): Promise<Result<ImportReport, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export function closeImport(_context: Context, _file: string): void {}
