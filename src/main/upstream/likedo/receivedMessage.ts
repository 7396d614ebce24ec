import { createHash } from 'node:crypto'
import type { Attachment } from '../../../shared/message'
import { type Fields, isFields } from '../litemail/envelope'
import { readMoment } from '../litemail/moments'
import { cleanText } from '../serviceText'
import { readEncodedWords } from './encodedWords'

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
  /** The answer has a place for its text, under a name that is known: without one nothing is known of its text. */
  readonly isTextTold: boolean
  /** Epoch milliseconds. */
  readonly at: number | null
  readonly attachments: readonly Attachment[]
}

/** No body of a message is kept longer, in characters: 5 MB of plain letters. */
const MOST_BODY = 5_000_000
const MOST_ATTACHMENTS = 100

/**
 * What services call the parts of a message, the likeliest first, in small letters and digits only. The answer is not
 * documented: `id`, `from`, `fromName`, `subject`, `text`, `html`, `date` and `createdAt` are its predecessor's names.
 */
const names = {
  id: ['id', 'emailid', 'mailid', 'msgid', 'uuid', 'uid'],
  headerId: ['messageid'],
  from: ['from', 'sender', 'fromemail', 'fromaddress', 'mailfrom', 'senderemail'],
  fromName: ['fromname', 'sendername'],
  to: ['to', 'recipient', 'recipients', 'toemail', 'toaddress'],
  subject: ['subject', 'title'],
  text: ['text', 'textbody', 'bodytext', 'textcontent', 'plaintext', 'plain', 'bodyplain', 'content', 'body'],
  html: ['html', 'htmlbody', 'bodyhtml', 'htmlcontent'],
  came: [
    'receivedat',
    'receiveddate',
    'received',
    'arrivedat',
    'internaldate',
    'createdat',
    'created',
    'createdon',
  ],
  sent: ['timestamp', 'time', 'date', 'sentat', 'sentdate'],
} as const
/** What changes of a message while it stays the same one. */
const changing =
  /^(?:(?:is|has)?(?:read|seen|unread|opened|starred|flagged|new)|(?:read|seen|opened|updated|modified|expires)(?:at|on|in)?|age|ttl|flags|labels|folder|status)$/

type Row = ReadonlyMap<string, unknown>

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '')
const isTold = (value: unknown) => value !== undefined && value !== null && value !== ''

/** The fields of a row by their plain names; of two that are called alike the first that says something. */
function readRow(fields: Fields): Row {
  const row = new Map<string, unknown>()
  for (const [name, value] of Object.entries(fields)) {
    const plain = plainOf(name)
    if (!isTold(row.get(plain))) row.set(plain, value)
  }
  return row
}

const find = (row: Row, known: readonly string[]): unknown =>
  row.get(known.find((name) => isTold(row.get(name))) ?? '')
const has = (row: Row, known: readonly string[]): boolean => known.some((name) => row.has(name))

/** Something that has neither a subject nor a body under any name that is known is nothing that is known to be a message. */
export const isMessage = (value: unknown): boolean => {
  if (!isFields(value)) return false
  const row = readRow(value)
  return has(row, names.subject) || has(row, names.text) || has(row, names.html)
}

const line = (value: unknown, most = 300): string | null => {
  if (typeof value === 'string') return cleanText(readEncodedWords(value), most)
  if (Array.isArray(value)) {
    // A list within a list is nothing that is known.
    const flat = value.slice(0, 20).filter((one: unknown) => !Array.isArray(one))
    const parts = flat.flatMap((one: unknown) => line(one, most) ?? [])
    return cleanText(parts.join(', '), most)
  }
  // Some services write `{address, name}` where others write the address.
  const address = isFields(value) ? (value.address ?? value.email) : null
  return typeof address === 'string' ? line(address, most) : null
}

const body = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, MOST_BODY) : null

/** What begins so and has an end tag is a page, whatever its field is called. */
const page = /^\s*<(?:!doctype|html|head|body|div|table|p|meta|center)[\s>].*<\//is

/** Its text and its HTML, each in a field of its own, both in an object, or HTML where a text is looked for. */
function readBodies(row: Row): Pick<ReceivedMessage, 'text' | 'html' | 'isTextTold'> {
  const within = ['body', 'content'].map((name) => row.get(name)).find(isFields)
  if (within !== undefined) {
    const inner = readRow(within)
    if (has(inner, names.text) || has(inner, names.html)) return bodiesIn(inner)
  }
  return bodiesIn(row)
}

function bodiesIn(row: Row): Pick<ReceivedMessage, 'text' | 'html' | 'isTextTold'> {
  const text = body(find(row, names.text))
  const html = body(find(row, names.html))
  const isTextTold = has(row, names.text) || has(row, names.html)
  return text !== null && html === null && page.test(text.slice(0, MOST_LOOKED))
    ? { text: null, html: text, isTextTold }
    : { text, html, isTextTold }
}
const MOST_LOOKED = 20_000

/** A date as mail writes it (RFC 5322), with or without its zone. */
const mailDate =
  /^(?:[a-z]{3},? )?\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2}(?::\d{2})?(?<zone> \S+)?(?: \([^)]*\))?$/i

/** A date as text or as a number of seconds or milliseconds; one without a zone is UTC, as all dates of the service are. */
function moment(value: unknown): number | null {
  const known = readMoment(typeof value === 'string' ? value.trim().replace(/ ?(?:UTC|GMT)$/, 'Z') : value)
  if (known !== null || typeof value !== 'string') return known
  const mail = mailDate.exec(value.trim())
  if (mail === null) return null
  const said = Date.parse(mail.groups?.zone === undefined ? `${mail[0]} UTC` : mail[0])
  return Number.isFinite(said) ? said : null
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
    if (!isFields(one)) return []
    const { filename, fileName, name, mimeType, contentType, type, size, bytes } = one
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

/** A value without what lies deeper in it: nothing could write down what is as deep as an answer may be. */
function upTo(depth: number, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((one: unknown) => upTo(depth - 1, one))
  return Object.entries(value).map(([name, one]) => [name, upTo(depth - 1, one)])
}

/** Without a name of its own a message is all that it says, what is known of it and what is not. */
function readId(row: Row): string {
  const id = find(row, names.id)
  const named =
    typeof id === 'number' || typeof id === 'string' ? String(id) : line(find(row, names.headerId), 1_000)
  if (named !== null) return named.slice(0, 1_000)
  const whole = [...row]
    .filter(([name]) => !changing.test(name))
    .map(([name, value]) => [name, upTo(4, value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

/** A message of an answer; what of it cannot be read is null. Nothing of what is none. */
export function toMessage(value: unknown): ReceivedMessage[] {
  if (!isFields(value)) return []
  const row = readRow(value)
  const from = find(row, names.from)
  return [
    {
      serviceId: readId(row),
      from: line(from),
      fromName: line(find(row, names.fromName)) ?? (isFields(from) ? line(from.name) : null),
      to: line(find(row, names.to)),
      cc: line(row.get('cc')),
      replyTo: line(row.get('replyto')),
      subject: line(find(row, names.subject), 500),
      ...readBodies(row),
      // When it came says the service; the date of a message says who sent it, who may say anything.
      at: momentIn(row, names.came) ?? momentIn(row, names.sent),
      attachments: attachmentsIn(row.get('attachments')),
    },
  ]
}

function momentIn(row: Row, known: readonly string[]): number | null {
  for (const name of known) {
    const said = moment(row.get(name))
    if (said !== null) return said
  }
  return null
}
