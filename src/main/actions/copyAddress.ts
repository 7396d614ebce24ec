import type { Choice, Output } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { idsOf } from './choice'
import type { Context } from './context'

/**
 * Puts addresses on the clipboard, one a line, in the order of the choice. Only those that a service certainly holds or
 * that a file names; `left` counts the others.
 */
export async function copyAddresses(
  context: Context,
  choice: Choice,
): Promise<Result<Output<'addresses.copy'>, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  const found = await context.store.read('addresses.emails', ids.value)
  if (!found.ok) return found
  const [first] = found.value
  if (first === undefined) return err({ kind: 'not-found', what: 'address' })
  const copied = await context.copy(found.value.join('\n'))
  if (!copied.ok) return copied
  return ok({ email: first, count: found.value.length, left: ids.value.length - found.value.length })
}
