import * as z from 'zod'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { type Decode, decideRead } from '../../rules/outcome'
import type { Exchange } from '../exchange'
import { readJson } from '../json'
import { below, isFields, type Places } from '../litemail/envelope'
import { readCount } from '../litemail/paging'
import { findAt, readOnlyList } from '../places'
import type { Asked } from './answers'
import { isMessage, type ReceivedMessage, toMessage } from './receivedMessage'
import { tellRefusal } from './refusals'

/** As errors, and the user's corrections of its path, call it. */
const INBOX = 'messages.list'

/** One page of an inbox, newest first as far as the service keeps to it. */
export interface InboxPage {
  readonly messages: readonly ReceivedMessage[]
  /** Of all pages; null where the service did not say. */
  readonly total: number | null
}

const list = z.array(z.unknown())
const envelope = z.looseObject({
  success: z.boolean().optional(),
  total: z.number().int().min(0).optional().catch(undefined),
})

/**
 * Reads a page of an inbox, whose answer is not documented: `{list, total}` as the service's predecessor answers, alone or
 * within `data`, or the list itself; or where the account's user says. What of a message cannot be read is null, a text that is no message left out. Where
 * nothing in a list has what makes a message, its rows are none, or are told in names that nobody knows: it cannot be read.
 */
export const decodeInbox =
  (places: Pick<Places, 'rows' | 'total'> = { rows: null, total: null }): Decode<InboxPage> =>
  (answer) => {
    const json = readJson(answer)
    if (!json.ok) return json
    const found = places.rows === null ? findAnywhere(json.value) : findPlaced(json.value, places.rows)
    if (found === null) return err({ place: places.rows ?? '', problem: 'shape' })
    const rows = found.rows.filter(isFields)
    if (found.rows.length > 0 && !rows.some(isMessage))
      return err({ place: below(found.place, '0'), problem: 'shape' })
    const said = places.total === null ? null : readCount(findAt(json.value, places.total)?.value)
    return ok({
      messages: rows.flatMap(toMessage),
      total: places.total === null ? found.total : said,
    })
  }

interface FoundList {
  readonly rows: readonly unknown[]
  readonly place: string
  readonly total: number | null
}

function findPlaced(body: unknown, place: string): FoundList | null {
  if (isFields(body) && body.success === false) return null
  const rows = list.safeParse(findAt(body, place)?.value)
  return rows.success ? { rows: rows.data, place, total: null } : null
}

/** Under one of the names, else the one list of what looks like messages. */
function findAnywhere(body: unknown): FoundList | null {
  if (isFields(body) && body.success === false) return null
  const named = findList(body, '')
  if (named !== null) return named
  return readOnlyList(body, ({ value, place }) =>
    value.every(isMessage) ? { rows: value, place, total: null } : null,
  )
}

/** The names under which lists stand, the likeliest first. */
const names = ['list', 'data', 'messages', 'emails', 'items', 'inbox', 'rows', 'results']

function findList(value: unknown, place: string, depth = 0): FoundList | null {
  const direct = list.safeParse(value)
  if (direct.success) return { rows: direct.data, place, total: null }
  const around = envelope.safeParse(value)
  if (!around.success || around.data.success === false || depth > 2) return null
  for (const name of names) {
    if (!Object.hasOwn(around.data, name)) continue
    const found = findList(around.data[name], below(place, name), depth + 1)
    if (found !== null) return { ...found, total: found.total ?? around.data.total ?? null }
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
