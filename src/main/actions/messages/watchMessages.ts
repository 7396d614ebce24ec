import { randomUUID } from 'node:crypto'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { findReachable } from './listMessages'
import { readMessages, unasked } from './refreshMessages'

/** An inbox that somebody looks at is read again so often, and for so long, in milliseconds. */
export const EVERY_MS = 10_000
export const WATCHED_MS = 3 * 60_000

/**
 * Reads an address's messages, and again every few seconds for three minutes: in the background of what else is asked, and
 * never with the last requests of the hour. Answers what ends it.
 */
export async function watchMessages(
  context: Context,
  addressId: string,
): Promise<Result<{ watch: string }, AppError>> {
  const found = await findReachable(context, addressId)
  if (!found.ok) return found
  const { id } = found.value.address
  const watch = randomUUID()
  const until = context.clock.now() + WATCHED_MS
  const timer = setInterval(() => {
    if (context.clock.now() >= until) unwatchMessages(context, watch)
    else if (isDue(context, id)) void readMessages(context, id, 1, unasked)
  }, EVERY_MS)
  timer.unref()
  context.mail.watches.set(watch, { addressId: id, until, timer })
  if (isDue(context, id)) void readMessages(context, id, 1, unasked)
  else context.tellChanged(['messages'])
  return ok({ watch })
}

/** Nobody looks any more. */
export function unwatchMessages(context: Context, watch: string): void {
  const known = context.mail.watches.get(watch)
  if (known === undefined) return
  clearInterval(known.timer)
  context.mail.watches.delete(watch)
  context.tellChanged(['messages'])
}

/** Two windows that show the same inbox ask once. */
function isDue({ mail, line }: Context, addressId: string): boolean {
  const askedAt = mail.inboxes.get(addressId)?.askedAt ?? null
  return !line.isClosed && (askedAt === null || performance.now() - askedAt >= EVERY_MS - 1_000)
}
