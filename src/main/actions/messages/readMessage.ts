import type { AppError } from '../../../shared/errors'
import type { Formatted, Message } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { maskMessage } from '../../rules/maskedMessage'
import { readLink } from '../../rules/messageLinks'
import { quietHtml } from '../../rules/quietHtml'
import type { Context } from '../context'
import { judgeShowing } from '../credentials/judgeShowing'
import { findMessage } from './findMessage'
import type { HeldMessage } from './mail'
import { isMasking } from './masking'

/** A message as it is read, codes and links masked where that is wished; what only main needs of it stays in main. */
export async function readMessage(context: Context, id: string): Promise<Result<Message, AppError>> {
  const found = await findMessage(context, id)
  if (!found.ok) return found
  const masking = await isMasking(context)
  if (!masking.ok) return masking
  const { addressId: _, html: __, hrefs: ___, sizes: ____, ...message } = found.value
  return ok(masking.value ? maskMessage(message) : message)
}

/** A message, where what is sensitive in it may be shown, copied and opened: `hidden` while that is hidden. */
async function findShowable(context: Context, id: string): Promise<Result<HeldMessage, AppError>> {
  const may = await judgeShowing(context)
  return may.ok ? findMessage(context, id) : may
}

/** Its formatting, made harmless. */
export async function readFormatted(context: Context, id: string): Promise<Result<Formatted, AppError>> {
  const found = await findShowable(context, id)
  if (!found.ok) return found
  return found.value.html === null
    ? err({ kind: 'not-found', what: 'message' })
    : ok(quietHtml(found.value.html))
}

/** Puts the one-time code of a message on the clipboard. */
export async function copyCode(context: Context, id: string): Promise<Result<{ code: string }, AppError>> {
  const found = await findShowable(context, id)
  if (!found.ok) return found
  const { code } = found.value
  if (code === null) return err({ kind: 'not-found', what: 'message' })
  const copied = await context.copy(code)
  return copied.ok ? ok({ code }) : copied
}

/** The address behind a link of a message, by its place; only what may be opened in a browser. */
export async function findLink(
  context: Context,
  id: string,
  place: number,
): Promise<Result<string, AppError>> {
  const found = await findShowable(context, id)
  if (!found.ok) return found
  const link = readLink(found.value.hrefs[place] ?? '')
  return link === null ? err({ kind: 'forbidden' }) : ok(link.href)
}
