import type { Address } from '../../shared/address'
import type { Output, Parsed } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { Context } from './context'

/** The rows of a view from an offset on. */
export async function readAddresses(
  context: Context,
  page: Parsed<'addresses.list'>,
): Promise<Result<Output<'addresses.list'>, AppError>> {
  const found = await context.store.read('addresses.list', page)
  if (!found.ok) return found
  return ok({ ...found.value, rows: found.value.rows.map((row) => asItStands(context, row)) })
}

/**
 * What is written down and not sent waits for its user, unless a press is working on it just now: then it
 * is under way, be it that others go before it or that the keychain asks.
 */
export const asItStands = <T extends Address>(context: Context, address: T): T =>
  address.state === 'waiting' && context.inLine.has(address.id) ? { ...address, state: 'sending' } : address
