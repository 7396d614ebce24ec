import * as z from 'zod'
import type { AppError, AppErrorOf } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import {
  type Answer,
  type AnswerContext,
  type BodyProblem,
  type Decode,
  decideOutcome,
  decideRead,
  type Outcome,
} from '../../rules/outcome'
import type { Exchange, OutboundRequest } from '../exchange'
import { readJson, readShape } from '../json'
import { decodeBody, isFields, own, type Places } from '../litemail/envelope'
import type { TableAnswer } from '../litemail/readAnswers'
import { decodeTable } from '../litemail/table'
import { findAt, readOnlyList } from '../places'
import { cleanText } from '../serviceText'
import { tellRefusal } from './refusals'

/** An address as LikeDo tells it; null for what it did not tell in a way that can be read. */
export interface ListedAddress {
  readonly id: string | null
  readonly email: string
  readonly tag: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number | null
}

/** One page of the list, or: this server has no list. */
export type AddressPage =
  | { readonly canList: true; readonly addresses: readonly ListedAddress[] }
  | { readonly canList: false; readonly problem: AppErrorOf<'no-such-path'> }

/** What is known about a request when its answer is read; `now` in epoch milliseconds. */
export interface Asked {
  readonly request: OutboundRequest
  readonly now: number
  /** Where the account's user says that things stand in the answer. */
  readonly places?: Places
}

/** An address is what matters of an entry; everything beside it may be missing or odd. */
const entry = z.object({
  id: z
    .union([z.string().min(1).max(200), z.number()])
    .transform(String)
    .nullable()
    .catch(null),
  email: z.string().min(3).max(320).includes('@'),
  tag: z.string().nullable().catch(null),
  createdAt: z
    .string()
    .transform((text) => Date.parse(text))
    .pipe(z.number())
    .nullable()
    .catch(null),
})

const toListed = ({ id, email, tag, createdAt }: z.output<typeof entry>): ListedAddress => ({
  id: cleanText(id),
  email: email.toLowerCase(),
  tag: cleanText(tag),
  createdAt,
})

const entries = z.array(entry)
const createdBody = z.object({ success: z.literal(true), data: entry })
const listBody = z.object({ success: z.literal(true), data: entries })

type Rows = Pick<Places, 'rows'>
const nowhere: Rows = { rows: null }

/** What stands where the account's user says, in an answer that does not say no. */
function readPlaced<S extends z.ZodType>(
  answer: Answer,
  place: string,
  schema: S,
): Result<z.output<S>, BodyProblem> {
  const json = readJson(answer)
  if (!json.ok) return json
  if (isDenied(json.value)) return err({ place: 'success', problem: 'shape' })
  const parsed = schema.safeParse(findAt(json.value, place)?.value)
  return parsed.success ? ok(parsed.data) : err({ place, problem: 'shape' })
}

const isDenied = (body: unknown): boolean => isFields(body) && own(body, 'success') === false

/**
 * Reads the answer to a creation: any 2xx in the documented envelope whose address is the one asked
 * for, letter case aside. Another address is no proof that ours was made.
 */
export const decodeCreated =
  (email: string, { rows }: Rows = nowhere): Decode<ListedAddress> =>
  (answer) => {
    const body = rows === null ? readShape(answer, createdBody) : readPlaced(answer, rows, entry)
    if (!body.ok) return body
    const listed = toListed('data' in body.value ? body.value.data : body.value)
    const place = rows ?? 'data'
    return listed.email === email.toLowerCase()
      ? ok(listed)
      : err({ place: place === '' ? 'email' : `${place}.email`, problem: 'shape' })
  }

/**
 * Reads one page of the list: where it is documented, where the account's user says, else the one list in the answer that
 * can be read so; never an empty one that could be anything. One broken entry makes the page unreadable: what it hid could
 * be ours.
 */
export const decodeList =
  ({ rows }: Rows = nowhere): Decode<readonly ListedAddress[]> =>
  (answer) => {
    if (rows !== null) {
      const placed = readPlaced(answer, rows, entries)
      return placed.ok ? ok(placed.value.map(toListed)) : placed
    }
    const body = readShape(answer, listBody)
    if (body.ok) return ok(body.value.data.map(toListed))
    const json = readJson(answer)
    if (!json.ok || isDenied(json.value) || isAtItsPlace(json.value)) return body
    const found = readOnlyList(json.value, (list) => {
      const parsed = entries.safeParse(list.value)
      return parsed.success ? parsed.data : null
    })
    return found === null ? body : ok(found.map(toListed))
  }

/** A list stands where it is documented to be; then it is the list, readable or not. */
const isAtItsPlace = (body: unknown): boolean => isFields(body) && Array.isArray(own(body, 'data'))

const contextOf = (
  { request, now }: Asked,
  operation: string,
  email: string | null = null,
): AnswerContext => ({
  operation,
  host: new URL(request.url).hostname,
  timeoutMs: request.timeoutMs,
  tellRefusal: (answer) => tellRefusal(answer, { operation, email, now }),
})

/** What came of asking for `email`; see `decideOutcome`. */
export const decideCreate = (
  exchange: Exchange,
  asked: Asked & { readonly email: string },
): Outcome<ListedAddress> =>
  decideOutcome(
    exchange,
    decodeCreated(asked.email, asked.places),
    contextOf(asked, 'addresses.create', asked.email),
  )

/** What came of asking for a page. A server without a list (404 or 405) is an answer, not a failure. */
export function readAddresses(exchange: Exchange, asked: Asked): Result<AddressPage, AppError> {
  const page = decideRead(exchange, decodeList(asked.places), contextOf(asked, 'addresses.list'))
  if (page.ok) return ok({ canList: true, addresses: page.value })
  return page.error.kind === 'no-such-path' ? ok({ canList: false, problem: page.error }) : page
}

/** What came of any operation that was read, as a table; credentials are gone from it. */
export const readTable = (
  operation: string,
  exchange: Exchange,
  asked: Asked,
): Result<TableAnswer, AppError> =>
  decideRead(exchange, decodeBody(decodeTable, asked.places), contextOf(asked, operation))

/** Why a page is none. */
export const problemOfList = (page: AddressPage): AppError | null => (page.canList ? null : page.problem)

/** What came of trying a key; `cannot-check`: this server has no list to try it with. */
export function readKeyCheck(
  exchange: Exchange,
  asked: Asked,
): Result<'accepted' | 'cannot-check', AppError> {
  const page = decideRead(exchange, decodeList(asked.places), contextOf(asked, 'accounts.check'))
  if (page.ok) return ok('accepted')
  return page.error.kind === 'no-such-path' ? ok('cannot-check') : page
}

/** The entry whose whole address is `email`, letter case aside; the service's filter is fuzzy. */
export const findListed = (addresses: readonly ListedAddress[], email: string): ListedAddress | null =>
  addresses.find((listed) => listed.email === email.toLowerCase()) ?? null
