import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { WrittenFile } from '../../shared/transfer'
import type { Context } from './context'

export async function readDiagnostics(_context: Context): Promise<Result<{ text: string }, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function saveDiagnostics(_context: Context): Promise<Result<WrittenFile, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
