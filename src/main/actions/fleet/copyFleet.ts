import type { Choice } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { idsOf } from '../choice'
import type { Context } from '../context'

const kinds = {
  mailboxes: { read: 'mailboxes.emails', one: 'mailbox' },
  domains: { read: 'domains.names', one: 'domain' },
} as const

/**
 * Puts addresses of mailboxes, or names of domains, on the clipboard, one a line, in the order of the choice; `left` counts
 * those that are listed no more. not-found where none of them is, and the clipboard stays as it was.
 */
export async function copyFleet(
  context: Context,
  what: 'mailboxes' | 'domains',
  choice: Choice,
): Promise<Result<{ copied: number; left: number }, AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  const { read, one } = kinds[what]
  const found = await context.store.read(read, ids.value)
  if (!found.ok) return found
  if (found.value.length === 0) return err({ kind: 'not-found', what: one })
  const copied = await context.copy(found.value.join('\n'))
  if (!copied.ok) return copied
  return ok({ copied: found.value.length, left: ids.value.length - found.value.length })
}
