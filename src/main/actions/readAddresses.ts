import type { Address } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Page } from '../store/rows'
import type { Context } from './context'

/** One page of the addresses, newest first. */
export async function readAddresses(
  context: Context,
  page: Page,
): Promise<Result<{ rows: Address[]; total: number }, AppError>> {
  const found = await context.store.read('addresses.list', page)
  if (!found.ok) return found
  return ok({ ...found.value, rows: found.value.rows.map((address) => asItStands(context, address)) })
}

/**
 * What is written down and not sent waits for its user, unless a press is working on it just now: then it
 * is under way, be it that others go before it or that the keychain asks.
 */
export const asItStands = (context: Context, address: Address): Address =>
  address.state === 'waiting' && context.inLine.has(address.id) ? { ...address, state: 'sending' } : address
