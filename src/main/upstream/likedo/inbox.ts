import * as z from 'zod'
import type { AppError } from '../../../shared/errors'
import type { Attachment } from '../../../shared/message'
import { err, ok, type Result } from '../../../shared/result'
import { type Decode, decideRead } from '../../rules/outcome'
import type { Exchange } from '../exchange'
import { readJson } from '../json'
import { isFields, type Places } from '../litemail/envelope'
import { readCount } from '../litemail/paging'
import { findAt, readOnlyList } from '../places'
import { cleanText } from '../serviceText'
import type { Asked } from './answers'
import { readEncodedWords } from './encodedWords'
import { tellRefusal } from './refusals'

/** As errors, and the user's corrections of its path, call it. */
const INBOX = 'messages.list'

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
    // A list within a list is nothing that is known.
    const flat = value.slice(0, 20).filter((one: unknown) => !Array.isArray(one))
    const parts = flat.flatMap((one: unknown) => line(one, most) ?? [])
    return cleanText(parts.join(', '), most)
  }
  // Some services write `{address, name}` where others write the address.
  const said = record.safeParse(value)
  const address = said.success ? (said.data.address ?? said.data.email) : null
  return typeof address === 'string' ? line(address, most) : null
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
  // When it came says the service; the date of a message says who sent it, who may say anything.
  const at = moment(rest.receivedAt) ?? moment(rest.createdAt) ?? moment(date)
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
 * within `data`, or the list itself; or where the account's user says. What of a message cannot be read is null; a text that is no message is left out.
 */
export const decodeInbox =
  (places: Pick<Places, 'rows' | 'total'> = { rows: null, total: null }): Decode<InboxPage> =>
  (answer) => {
    const json = readJson(answer)
    if (!json.ok) return json
    const found = places.rows === null ? findAnywhere(json.value) : findPlaced(json.value, places.rows)
    if (found === null) return err({ place: places.rows ?? '', problem: 'shape' })
    const said = places.total === null ? null : readCount(findAt(json.value, places.total)?.value)
    return ok({
      messages: found.rows.flatMap(toMessage),
      total: places.total === null ? found.total : said,
    })
  }

interface FoundList {
  readonly rows: readonly unknown[]
  readonly total: number | null
}

function findPlaced(body: unknown, place: string): FoundList | null {
  if (isFields(body) && body.success === false) return null
  const rows = list.safeParse(findAt(body, place)?.value)
  return rows.success ? { rows: rows.data, total: null } : null
}

/** Under one of the names, else the one list of what looks like messages. */
function findAnywhere(body: unknown): FoundList | null {
  if (isFields(body) && body.success === false) return null
  const named = findList(body, 0)
  if (named !== null) return named
  return readOnlyList(body, ({ value }) =>
    value.every((item) => isFields(item) && likely.some((name) => Object.hasOwn(item, name)))
      ? { rows: value, total: null }
      : null,
  )
}

/** Something that has none of these is no message. */
const likely = ['subject', 'from', 'text', 'html', 'messageId']

/** The names under which lists stand, the likeliest first. */
const names = ['list', 'data', 'messages', 'emails', 'items', 'inbox', 'rows', 'results']

function findList(value: unknown, depth: number): FoundList | null {
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

/** What an answer to it means. */
export const readInbox = (exchange: Exchange, { request, now, places }: Asked): Result<InboxPage, AppError> =>
  decideRead(exchange, decodeInbox(places), {
    operation: INBOX,
    host: new URL(request.url).hostname,
    timeoutMs: request.timeoutMs,
    tellRefusal: (answer) => tellRefusal(answer, { operation: INBOX, email: null, now }),
  })
