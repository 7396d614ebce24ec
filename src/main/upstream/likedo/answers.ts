import * as z from 'zod'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { type AnswerContext, type Decode, decideOutcome, decideRead, type Outcome } from '../../rules/outcome'
import type { Exchange, OutboundRequest } from '../exchange'
import { readShape } from '../json'
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
  | { readonly canList: false }

/** What is known about a request when its answer is read; `now` in epoch milliseconds. */
export interface Asked {
  readonly request: OutboundRequest
  readonly now: number
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

const createdBody = z.object({ success: z.literal(true), data: entry })
const listBody = z.object({ success: z.literal(true), data: z.array(entry) })

/**
 * Reads the answer to a creation: any 2xx in the documented envelope whose address is the one asked
 * for, letter case aside. Another address is no proof that ours was made.
 */
export const decodeCreated =
  (email: string): Decode<ListedAddress> =>
  (answer) => {
    const body = readShape(answer, createdBody)
    if (!body.ok) return body
    const listed = toListed(body.value.data)
    return listed.email === email.toLowerCase() ? ok(listed) : err({ place: 'data.email', problem: 'shape' })
  }

/** Reads one page of the list. One broken entry makes the page unreadable: what it hid could be ours. */
export const decodeList: Decode<readonly ListedAddress[]> = (answer) => {
  const body = readShape(answer, listBody)
  return body.ok ? ok(body.value.data.map(toListed)) : body
}

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
  decideOutcome(exchange, decodeCreated(asked.email), contextOf(asked, 'addresses.create', asked.email))

/** What came of asking for a page. A server without a list (404 or 405) is an answer, not a failure. */
export function readAddresses(exchange: Exchange, asked: Asked): Result<AddressPage, AppError> {
  const page = decideRead(exchange, decodeList, contextOf(asked, 'addresses.list'))
  if (page.ok) return ok({ canList: true, addresses: page.value })
  return page.error.kind === 'no-such-path' ? ok({ canList: false }) : page
}

/** What came of trying a key; `cannot-check`: this server has no list to try it with. */
export function readKeyCheck(
  exchange: Exchange,
  asked: Asked,
): Result<'accepted' | 'cannot-check', AppError> {
  const page = decideRead(exchange, decodeList, contextOf(asked, 'accounts.check'))
  if (page.ok) return ok('accepted')
  return page.error.kind === 'no-such-path' ? ok('cannot-check') : page
}

/** The entry whose whole address is `email`, letter case aside; the service's filter is fuzzy. */
export const findListed = (addresses: readonly ListedAddress[], email: string): ListedAddress | null =>
  addresses.find((listed) => listed.email === email.toLowerCase()) ?? null
