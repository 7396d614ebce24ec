import type { AppError } from '../../../shared/errors'
import type { OperationId } from '../../../shared/litemail/operations'
import type { Answer } from '../../rules/outcome'
import { readJson } from '../json'
import { cleanRemarks, type Remarks, withoutKeyPieces } from '../refusalWords'
import { readRetryAfter } from '../retryAfter'
import { cleanText } from '../serviceText'
import { type Fields, firstOf, isFields, own } from './envelope'

/** What a request was about, where its refusal may name it. */
export interface AskedFor {
  readonly operation: OperationId
  /** Epoch milliseconds of the answer. */
  readonly now: number
}

/** The reads of one row, and what it is that is not there. */
const about: { readonly [O in OperationId]?: 'mailbox' | 'domain' } = {
  'mailboxes.get': 'mailbox',
  'domains.get': 'domain',
}

/** Reads about a domain whose path is a guess: only a 404 that speaks of the domain is about it. */
const ofDomain: ReadonlySet<OperationId> = new Set([
  'dns.list',
  'domains.checkDns',
  'domains.nameServers',
  'domains.verifyNameServers',
])

/** What web servers and frameworks say of a path that they do not know; a service that looked says what it missed. */
const noRoute = /\bcannot (get|post|put|patch|delete)\b|\b(route|path|endpoint|url)\b/i

const pathOf = (remark: Fields): readonly (string | number)[] => {
  const [, path] = firstOf(remark, ['path', 'field', 'property']) ?? []
  const steps = Array.isArray(path) ? path : [path]
  return steps.filter((step) => typeof step === 'string' || typeof step === 'number')
}

/** `errors` or `details`, as far as they are remarks about fields; a list of messages says nothing about which. */
function readRemarks(body: Fields): Remarks {
  const [, listed] = firstOf(body, ['errors', 'details']) ?? []
  const { message } = body
  return cleanRemarks([
    ...(Array.isArray(message) ? message.slice(1).map((text) => ({ path: [], message: text })) : []),
    ...(Array.isArray(listed) ? listed : []).map((remark: unknown) =>
      isFields(remark) ? { path: pathOf(remark), message: remark.message } : { path: [], message: remark },
    ),
  ])
}

/** `{ status, message }`, perhaps with `errorId` ("Errors"): what can be read is shown, the rest is not. */
function readRefusal(answer: Answer): {
  readonly message: string | null
  readonly remarks: Remarks
  readonly isRead: boolean
} {
  const body = readJson(answer)
  if (!body.ok || !isFields(body.value)) return { message: null, remarks: [], isRead: false }
  const said = [own(body.value, 'message'), own(body.value, 'error'), own(body.value, 'errorId')]
  const [message = null] = said
    .map((text) => cleanText(Array.isArray(text) ? text[0] : text))
    .filter((text) => text !== null)
  return { message, remarks: readRemarks(body.value), isRead: true }
}

/**
 * What Litemail means by a status that refuses ("Errors"; 429 and its header are not documented, so RFC 6585 and RFC
 * 9110). A 404 to the read of one row says that this row is gone, unless it says that the path is.
 */
export function tellRefusal(answer: Answer, { operation, now }: AskedFor): AppError {
  const { message, remarks, isRead } = readRefusal(answer)
  switch (answer.status) {
    case 401:
      return { kind: 'unauthorized', message: withoutKeyPieces(message) }
    case 404: {
      const what = about[operation]
      const isAboutPath = !isRead || noRoute.test(message ?? '')
      if (what !== undefined && !isAboutPath) return { kind: 'not-found', what }
      if (ofDomain.has(operation) && !isAboutPath && /\bdomain\b/i.test(message ?? '')) {
        return { kind: 'not-found', what: 'domain' }
      }
      return { kind: 'no-such-path', operation, status: answer.status }
    }
    case 405:
      return { kind: 'no-such-path', operation, status: answer.status }
    case 429: {
      const waitMs = readRetryAfter(answer.headers, now)
      return { kind: 'rate-limited', by: 'service', until: waitMs === null ? null : now + waitMs }
    }
  }
  return { kind: 'rejected', operation, status: answer.status, message, remarks }
}
