import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import type { Context } from '../context'
import { findMessage } from './findMessage'
import { inboxOf } from './mail'

/** Keeps a message on this computer: it is found by the list's search, and in backups. */
export async function keepMessage(context: Context, id: string): Promise<Result<void, AppError>> {
  const found = await findMessage(context, id)
  if (!found.ok) return found
  const { addressId, from, fromName, to, cc, replyTo, subject, text, isCut, html, at, attached } = found.value
  const address = await context.store.read('addresses.get', addressId)
  if (!address.ok) return address
  if (address.value === null) return err({ kind: 'not-found', what: 'address' })
  return context.store.write('messages.keep', {
    ...{ id, addressId: address.value.id, from, fromName, to, cc, replyTo, subject, text, isCut, at },
    html: found.value.isKeptPlain ? null : html,
    attachments: attached,
    keptAt: context.clock.now(),
  })
}

/** Forgets what was kept of a message. Until Mailroom ends it is held like those that were just read. */
export async function forgetMessage(context: Context, id: string): Promise<Result<void, AppError>> {
  const found = await findMessage(context, id)
  if (!found.ok) return found
  const address = await context.store.read('addresses.get', found.value.addressId)
  if (!address.ok) return address
  const forgotten = await context.store.write('messages.forget', id)
  if (!forgotten.ok) return forgotten
  context.mail.kept.delete(id)
  if (address.value !== null) {
    const { messages } = inboxOf(context.mail, address.value.id, address.value.accountId)
    messages.set(id, { ...found.value, isKept: false })
  }
  return forgotten.value ? ok(undefined) : err({ kind: 'not-found', what: 'message' })
}
