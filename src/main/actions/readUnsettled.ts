import type { Address } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context } from './context'

/** The addresses of an account whose fate is not settled, oldest first. */
export async function readUnsettled(
  context: Context,
  accountId: string,
): Promise<Result<Address[], AppError>> {
  const rows = await context.store.read('journal.unsettled', { accountId })
  if (!rows.ok) return rows
  const addresses: Address[] = []
  for (const { id } of rows.value) {
    const address = await context.store.read('addresses.get', id)
    if (!address.ok) return address
    if (address.value !== null) addresses.push(address.value)
  }
  return ok(addresses)
}
