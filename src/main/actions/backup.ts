import type { BackupPreview } from '../../shared/backup'
import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { WrittenFile } from '../../shared/transfer'
import type { Context } from './context'

export async function saveBackup(
  _context: Context,
  _passphrase: string,
): Promise<Result<WrittenFile, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function openBackup(_context: Context): Promise<Result<Output<'backup.open'>, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function previewBackup(
  _context: Context,
  _wish: { file: string; passphrase: string },
): Promise<Result<BackupPreview, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function restoreBackup(
  _context: Context,
  _file: string,
): Promise<Result<BackupPreview, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export function closeBackup(_context: Context, _file: string): void {}
