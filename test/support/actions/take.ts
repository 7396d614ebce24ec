import type { AppError } from '../../../src/shared/errors'
import type { Result } from '../../../src/shared/result'

/** The value of a result that has to be there. */
export function take<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
