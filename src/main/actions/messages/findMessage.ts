import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import type { HeldMessage } from './mail'
import { understandKept } from './understandMessage'

/** A message that was read since the start, or is kept. */
export async function findMessage(context: Context, id: string): Promise<Result<HeldMessage, AppError>> {
  const kept = await context.store.read('messages.get', id)
  if (!kept.ok) return kept
  for (const { messages } of context.mail.inboxes.values()) {
    const held = messages.get(id)
    if (held !== undefined) return ok({ ...held, isKept: kept.value !== null })
  }
  if (kept.value === null) return err({ kind: 'not-found', what: 'message' })
  return ok(understandKept(kept.value))
}
