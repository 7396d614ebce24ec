import type { ApiMap } from '../../../shared/apiMap'
import type { AppError } from '../../../shared/errors'
import type { AnyOperation } from '../../../shared/litemail/operation'
import { ok, type Result } from '../../../shared/result'
import { effectiveMap } from '../../rules/apiMap'
import type { Context } from '../context'

/** How an operation of an account is asked now. */
export interface AskedMap {
  readonly map: ApiMap
  /** When its user had it asked like this, in epoch milliseconds; null: it is the table's own. */
  readonly changedAt: number | null
}

/** How an account has an operation asked; an account that is not there yet, as the table says. */
export async function mapOf(
  { store }: Context,
  accountId: string,
  operation: AnyOperation,
): Promise<Result<AskedMap, AppError>> {
  const found = await store.read('apiMaps.get', { accountId, operation: operation.id })
  if (!found.ok) return found
  const { kept } = found.value
  return ok({ map: effectiveMap(operation, kept?.map ?? null), changedAt: kept?.at ?? null })
}
