import type { BackupPreview, LocalCopy } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function listCopies(_context: Context): Promise<Result<LocalCopy[], AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function previewCopy(_context: Context, _id: string): Promise<Result<BackupPreview, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function makeCopy(
  _context: Context,
  _why: LocalCopy['why'],
): Promise<Result<LocalCopy, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
