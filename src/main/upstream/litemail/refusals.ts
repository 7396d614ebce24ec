import type { AppError } from '../../../shared/errors'
import type { JobTarget } from '../../../shared/job'
import type { OperationId } from '../../../shared/litemail/operations'
import { type Row, rowOf } from '../../../shared/litemail/rowReads'
import { isWritingId, writingOf } from '../../../shared/litemail/writing'
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

/** What web servers and frameworks say of a path that they do not know: its name, or the path itself. */
const noRoute = /\bcannot (get|post|put|patch|delete)\b|\b(route|path|endpoint|url)\b|\w\/\w/i

/** What a service calls a row that it looked for and does not have. */
const rowWords: Readonly<Record<Row, RegExp>> = { mailbox: /mailbox|inbox|account/i, domain: /domain/i }

/** What a service calls what a write is about. */
const nounWords: Readonly<Record<JobTarget['noun'], RegExp>> = {
  ...{ mailbox: /mailbox|inbox/i, domain: /domain/i, workspace: /workspace/i, tag: /\btag/i },
  ...{ subscription: /subscription/i, record: /record/i, webhook: /webhook/i },
}

/** Whether a 404 to a write speaks of the row that it was about: then its path is there. */
function namesRow(operation: OperationId, words: string): boolean {
  if (!isWritingId(operation)) return false
  const { about } = writingOf(operation)
  return about !== null && nounWords[about.noun].test(words) && !noRoute.test(words)
}

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
  /** All that it says of what is wrong. */
  readonly words: string
} {
  const body = readJson(answer)
  if (!body.ok || !isFields(body.value)) return { message: null, remarks: [], words: '' }
  const { value } = body
  const said = ['message', 'error', 'errorId', 'detail']
    .map((name) => own(value, name))
    .map((text) => cleanText(Array.isArray(text) ? text[0] : text))
    .filter((text) => text !== null)
  const remarks = readRemarks(value)
  return {
    message: said[0] ?? null,
    remarks,
    words: [...said, ...remarks.map((remark) => remark.message)].join('\n'),
  }
}

/**
 * What Litemail means by a status that refuses ("Errors"; 429 and its header are not documented, so RFC 6585 and RFC
 * 9110). A 404 to the read of one row says that this row is gone only where it names it: servers say "Not found" of every
 * path that they do not know, and these paths are guesses.
 */
export function tellRefusal(answer: Answer, { operation, now }: AskedFor): AppError {
  const { message, remarks, words } = readRefusal(answer)
  switch (answer.status) {
    case 401:
      return { kind: 'unauthorized', message: withoutKeyPieces(message) }
    case 404: {
      const what = rowOf(operation)
      const isGone = what !== null && rowWords[what].test(words) && !noRoute.test(words)
      if (isGone) return { kind: 'not-found', what }
      if (namesRow(operation, words)) break
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
