import type { OutboundRequest } from '../../../../src/main/upstream/exchange'
import { readAnswer, readTable } from '../../../../src/main/upstream/litemail/answers'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { OperationId } from '../../../../src/shared/litemail/operations'

export const now = Date.UTC(2026, 10, 18, 14, 2)

const request: OutboundRequest = {
  method: 'GET',
  url: 'https://api.litemail.app/v1/anything',
  headers: {},
  timeoutMs: 30_000,
  maxBytes: 1_000,
}
export const asked = { request, now }

export const answerOf = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) => ({
  kind: 'answer' as const,
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** What a known read makes of a body. */
export const read = <O extends KnownRead>(operation: O, body: unknown, status?: number) =>
  readAnswer(operation, answerOf(body, status), asked)

/** What any operation makes of a body, as a table. */
export const readAsTable = (operation: OperationId, body: unknown, status?: number) =>
  readTable(operation, answerOf(body, status), asked)

/** An answer that cannot be used, and where in it. */
export const misshapenAt = (operation: OperationId, place: string) => ({
  ok: false,
  error: { kind: 'bad-response', operation, place, problem: 'shape', status: 200 },
})
