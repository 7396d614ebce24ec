import * as z from 'zod'
import type { AppError } from '../../../shared/errors'
import type { Answer } from '../../rules/outcome'
import { readShape } from '../json'
import { cleanRemarks, type Remarks, withoutKeyPieces } from '../refusalWords'
import { readRetryAfter } from '../retryAfter'
import { cleanText } from '../serviceText'

/** What a request was about, where its refusal may name it. */
export interface AskedFor {
  readonly operation: string
  /** The whole address, for a creation. */
  readonly email: string | null
  /** Epoch milliseconds of the answer. */
  readonly now: number
}

/** Every member may be missing or of another kind: what can be read is shown, the rest is not. */
const refusalBody = z.object({
  error: z.string().optional().catch(undefined),
  details: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).catch([]), message: z.string() }))
    .optional()
    .catch(undefined),
})

function readRefusal(answer: Answer): { message: string | null; remarks: Remarks } {
  const body = readShape(answer, refusalBody)
  if (!body.ok) return { message: null, remarks: [] }
  return { message: cleanText(body.value.error), remarks: cleanRemarks(body.value.details ?? []) }
}

/**
 * A 403 is about the domain only where the text says so ("You don't have permission to use the domain
 * …"). The text of a used-up month is not documented: it is told by its words, and shown as it is. Only a creation has
 * either: at a read the same words are about something else.
 */
function tellForbidden(message: string | null, remarks: Remarks, { operation, email }: AskedFor): AppError {
  const rejected: AppError = { kind: 'rejected', operation, status: 403, message, remarks }
  if (operation !== 'addresses.create') return rejected
  const words = (message ?? '').toLowerCase()
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase() ?? null
  if (message !== null && domain !== null && words.includes(domain) && words.includes('permission')) {
    return { kind: 'not-in-plan', domain, message }
  }
  const isQuota = /quota|monthly|per month|this month|limit/.test(words)
  if (message !== null && isQuota) return { kind: 'quota', message }
  return rejected
}

/** What LikeDo means by a status that refuses ("Errors"; 429 is not documented, so RFC 6585 and RFC 9110). */
export function tellRefusal(answer: Answer, asked: AskedFor): AppError {
  const { message, remarks } = readRefusal(answer)
  switch (answer.status) {
    case 401:
      return { kind: 'unauthorized', message: withoutKeyPieces(message) }
    case 403:
      return tellForbidden(message, remarks, asked)
    case 404:
    case 405:
      return { kind: 'no-such-path', operation: asked.operation, status: answer.status }
    case 409:
      if (asked.email !== null) return { kind: 'conflict', email: asked.email }
      break
    case 429: {
      const waitMs = readRetryAfter(answer.headers, asked.now)
      return { kind: 'rate-limited', by: 'service', until: waitMs === null ? null : asked.now + waitMs }
    }
  }
  return { kind: 'rejected', operation: asked.operation, status: answer.status, message, remarks }
}
