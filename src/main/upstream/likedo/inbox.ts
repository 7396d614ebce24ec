import * as z from 'zod'
import type { Account } from '../../../shared/account'
import type { AppError } from '../../../shared/errors'
import type { Attachment } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { type Decode, decideRead } from '../../rules/outcome'
import type { Exchange, OutboundRequest } from '../exchange'
import { readJson } from '../json'
import { cleanText } from '../serviceText'
import { readEncodedWords } from './encodedWords'
import { tellRefusal } from './refusals'

/** As errors, and the user's corrections of its path, call it. */
const INBOX = 'messages.list'
/** Messages come whole. */
const MOST_PAGE_BYTES = 16 * 1024 * 1024

/** A message as LikeDo tells it: single lines cleaned, bodies as they came. */
export interface ReceivedMessage {
  /** What tells it from the other messages of its address, whatever the service calls it. */
  readonly serviceId: string
  readonly from: string | null
  readonly fromName: string | null
  readonly to: string | null
  readonly cc: string | null
  readonly replyTo: string | null
  readonly subject: string | null
  /** Null where it has none. */
  readonly text: string | null
  readonly html: string | null
  /** Epoch milliseconds. */
  readonly at: number | null
  readonly attachments: readonly Attachment[]
}

/** One page of an inbox, newest first as far as the service keeps to it. */
export interface InboxPage {
  readonly messages: readonly ReceivedMessage[]
  /** Of all pages; null where the service did not say. */
  readonly total: number | null
}

/** No body of a message is kept longer, in characters: 5 MB of plain letters. */
const MOST_BODY = 5_000_000
const MOST_ATTACHMENTS = 100

const line = (value: unknown, most = 300): string | null => {
  if (typeof value === 'string') return cleanText(readEncodedWords(value), most)
  if (Array.isArray(value)) {
    const parts = value.slice(0, 20).flatMap((one: unknown) => line(one, most) ?? [])
    return cleanText(parts.join(', '), most)
  }
  // Some services write `{address, name}` where others write the address.
  const said = record.safeParse(value)
  return said.success ? line(said.data.address ?? said.data.email ?? null, most) : null
}
const record = z.record(z.string(), z.unknown())

const body = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, MOST_BODY) : null

/** A date as text or as a number of seconds or milliseconds. */
function moment(value: unknown): number | null {
  const said =
    typeof value === 'number'
      ? value * (value < 1e11 ? 1_000 : 1)
      : typeof value === 'string'
        ? Date.parse(value)
        : NaN
  return Number.isFinite(said) && Math.abs(said) < 8.64e15 ? Math.round(said) : null
}

/** A list, or the JSON of one in a string, as the predecessor kept it. */
function attachmentsIn(value: unknown): Attachment[] {
  let list = value
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value)
    } catch {
      return []
    }
  }
  if (!Array.isArray(list)) return []
  return list.slice(0, MOST_ATTACHMENTS).flatMap((one: unknown) => {
    const parsed = record.safeParse(one)
    if (!parsed.success) return []
    const { filename, fileName, name, mimeType, contentType, type, size, bytes } = parsed.data
    const length = size ?? bytes
    return [
      {
        name: line(filename ?? fileName ?? name),
        type: line(mimeType ?? contentType ?? type, 100),
        bytes: typeof length === 'number' && Number.isFinite(length) && length >= 0 ? length : null,
      },
    ]
  })
}

function toMessage(value: unknown): ReceivedMessage[] {
  const parsed = record.safeParse(value)
  if (!parsed.success) return []
  const { id, messageId, from, fromName, to, cc, replyTo, subject, text, html, date, ...rest } = parsed.data
  const named = typeof id === 'number' || typeof id === 'string' ? String(id) : line(messageId, 1_000)
  const at = moment(date) ?? moment(rest.createdAt) ?? moment(rest.receivedAt)
  const sender = record.safeParse(from)
  return [
    {
      // Without a name of its own a message is what it says.
      serviceId: (named ?? JSON.stringify([line(from), line(subject), at, body(text)?.slice(0, 200)])).slice(
        0,
        1_000,
      ),
      from: line(from),
      fromName: line(fromName) ?? (sender.success ? line(sender.data.name) : null),
      to: line(to),
      cc: line(cc),
      replyTo: line(replyTo),
      subject: line(subject, 500),
      text: body(text),
      html: body(html),
      at,
      attachments: attachmentsIn(rest.attachments),
    },
  ]
}

const list = z.array(z.unknown())
const envelope = z.looseObject({
  success: z.boolean().optional(),
  total: z.number().int().min(0).optional().catch(undefined),
})

/**
 * Reads a page of an inbox, whose answer is not documented: `{list, total}` as the service's predecessor answers, alone or
 * within `data`, or the list itself. What of a message cannot be read is null; a text that is no message is left out.
 */
export const decodeInbox: Decode<InboxPage> = (answer) => {
  const json = readJson(answer)
  if (!json.ok) return json
  const found = findList(json.value, 0)
  return found === null
    ? err({ place: '', problem: 'shape' })
    : ok({ messages: found.rows.flatMap(toMessage), total: found.total })
}

/** The names under which lists stand, the likeliest first. */
const names = ['list', 'data', 'messages', 'emails', 'items', 'inbox', 'rows', 'results']

function findList(value: unknown, depth: number): { rows: readonly unknown[]; total: number | null } | null {
  const direct = list.safeParse(value)
  if (direct.success) return { rows: direct.data, total: null }
  const around = envelope.safeParse(value)
  if (!around.success || around.data.success === false || depth > 2) return null
  for (const name of names) {
    if (!Object.hasOwn(around.data, name)) continue
    const found = findList(around.data[name], depth + 1)
    if (found !== null) return { rows: found.rows, total: found.total ?? around.data.total ?? null }
  }
  return null
}

/** Where a server's inbox is asked for, and what its inputs are called there. */
export interface InboxPlace {
  readonly path: string
  readonly names: Readonly<Record<'email' | 'page' | 'pageSize', string>>
}

/** Not documented: a guess. */
export const GUESSED_INBOX: InboxPlace = {
  path: '/api/v1/emails/inbox',
  names: { email: 'email', page: 'page', pageSize: 'pageSize' },
}

/** Asks for a page of an address's messages: `page` from 1, `email` the whole address. */
export function inboxRequest(
  server: Pick<Account, 'origin'>,
  query: { readonly email: string; readonly page: number; readonly pageSize: number },
  timeoutMs: number,
  place: InboxPlace = GUESSED_INBOX,
): OutboundRequest {
  const url = new URL(place.path, server.origin)
  url.searchParams.set(place.names.email, query.email)
  url.searchParams.set(place.names.page, String(query.page))
  url.searchParams.set(place.names.pageSize, String(query.pageSize))
  return {
    method: 'GET',
    url: url.href,
    headers: { Accept: 'application/json' },
    timeoutMs,
    maxBytes: MOST_PAGE_BYTES,
  }
}

/** What an answer to it means. */
export const readInbox = (
  exchange: Exchange,
  { request, now }: { readonly request: OutboundRequest; readonly now: number },
): Result<InboxPage, AppError> =>
  decideRead(exchange, decodeInbox, {
    operation: INBOX,
    host: new URL(request.url).hostname,
    timeoutMs: request.timeoutMs,
    tellRefusal: (answer) => tellRefusal(answer, { operation: INBOX, email: null, now }),
  })
