import type { AppError } from '../../shared/errors'
import type { Listing } from '../../shared/listing'
import { err, type Result } from '../../shared/result'
import type { Context } from './context'

export async function readListings(_context: Context): Promise<Result<Listing[], AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
