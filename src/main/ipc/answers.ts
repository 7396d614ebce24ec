import type { AppError, AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'

/** What was done, without what it brought. */
export const nothing = (result: Result<unknown, AppError>): Result<Record<string, never>, AppError> =>
  result.ok ? ok({}) : result

/** What is there; null was not found. */
export const present = <T>(
  result: Result<T | null, AppError>,
  what: AppErrorOf<'not-found'>['what'],
): Result<T, AppError> => {
  if (!result.ok) return result
  return result.value === null ? err({ kind: 'not-found', what }) : ok(result.value)
}

/** Where a row stands; null: the list does not show it. */
export const placed = (index: Result<number | null, AppError>): Result<{ index: number | null }, AppError> =>
  index.ok ? ok({ index: index.value }) : index
