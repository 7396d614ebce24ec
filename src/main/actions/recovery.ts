import type { Recovery } from '../../shared/backup'
import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function readRecovery(_context: Context): Promise<Result<Recovery | null, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}

export async function takeRecovery(_context: Context, _from: string): Promise<Result<void, AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
