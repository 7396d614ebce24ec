import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from './context'

/** Puts an address that the service certainly holds on the clipboard. */
export async function copyAddress(
  context: Context,
  id: string,
): Promise<Result<{ email: string }, AppError>> {
  const address = await context.store.read('addresses.get', id)
  if (!address.ok) return address
  if (address.value?.state !== 'created') return err({ kind: 'not-found', what: 'address' })
  const copied = await context.copy(address.value.email)
  return copied.ok ? ok({ email: address.value.email }) : copied
}
