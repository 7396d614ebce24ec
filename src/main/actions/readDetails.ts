import type { Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from './context'
import { asItStands } from './readAddresses'

/** One address with every press for it; not-found where there is none of this id. */
export async function readDetails(
  context: Context,
  id: string,
): Promise<Result<Output<'addresses.get'>, AppError>> {
  const found = await context.store.read('addresses.details', id)
  if (!found.ok) return found
  if (found.value === null) return err({ kind: 'not-found', what: 'address' })
  return ok({ ...found.value, address: asItStands(context, found.value.address) })
}
