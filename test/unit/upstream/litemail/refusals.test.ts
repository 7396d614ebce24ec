import { describe, expect, it } from 'vitest'
import { findProblem } from '../../../../src/main/upstream/litemail/answers'
import type { OperationId } from '../../../../src/shared/litemail/operations'
import { answerOf, asked, now } from './asking'

const refuse = (
  status: number,
  body: unknown = { status, message: 'No.' },
  operation: OperationId = 'mailboxes.list',
  headers: Readonly<Record<string, string>> = {},
) => findProblem(operation, answerOf(body, status, headers), asked)

describe('a refusal', () => {
  it('of the key is unauthorized, and no piece of a key comes with its words', () => {
    expect(refuse(401, { status: 401, message: 'Invalid API key lm_live_4f1c9b2a7d3e8f60' })).toEqual({
      kind: 'unauthorized',
      message: 'Invalid API key […]',
    })
    expect(refuse(401, '<html>')).toEqual({ kind: 'unauthorized', message: null })
  })

  it.each([400, 402, 403, 409, 410, 413, 415, 421, 422])('with %d is in the service’s words', (status) => {
    expect(refuse(status)).toEqual({
      ...{ kind: 'rejected', operation: 'mailboxes.list', status },
      ...{ message: 'No.', remarks: [] },
    })
  })

  it.each([
    [
      { message: ['page must be a number', 'limit must be a number'] },
      'page must be a number',
      ['limit must be a number'],
    ],
    [
      { message: 'Bad', errors: [{ field: 'page', message: 'a number' }, 'else'] },
      'Bad',
      ['a number', 'else'],
    ],
    [{ message: 'Bad', details: [{ path: ['a', 1], message: 'x' }] }, 'Bad', ['x']],
    [{ error: 'Bad Request' }, 'Bad Request', []],
    [{ errorId: 'E-77' }, 'E-77', []],
    [{ message: { toString: 1 }, errors: 'x' }, null, []],
    [[], null, []],
    ['not JSON', null, []],
    ['', null, []],
  ])('is read from %j as far as it can be', (body, message, remarks) => {
    const problem = refuse(422, body)
    expect(problem).toMatchObject({ kind: 'rejected', message })
    expect(problem?.kind === 'rejected' && problem.remarks.map((remark) => remark.message)).toEqual(remarks)
  })

  it('shows one clean line, and 20 remarks at most', () => {
    const errors = Array.from({ length: 50 }, () => ({
      path: 'x'.repeat(500),
      message: '\u202ex\n'.repeat(9_999),
    }))
    const problem = refuse(422, { message: 'a\u0000\u202eb\r\nc', errors })
    expect(problem).toMatchObject({ message: 'a b c' })
    expect(JSON.stringify(problem).length).toBeLessThan(9_000)
  })

  it.each(['mailboxes.list', 'users.get', 'wallet.balance', 'subscriptions.cancel', 'dns.list'] as const)(
    'of %s with 404 or 405 says that there is no such path',
    (operation) => {
      for (const status of [404, 405]) {
        expect(refuse(status, undefined, operation)).toEqual({ kind: 'no-such-path', operation, status })
      }
    },
  )

  describe.each([
    ['mailboxes.get', 'mailbox'],
    ['domains.get', 'domain'],
    ['dns.list', 'domain'],
    ['domains.checkDns', 'domain'],
    ['domains.nameServers', 'domain'],
    ['domains.verifyNameServers', 'domain'],
  ] as const)('of %s with 404', (operation, what) => {
    it.each([
      { status: 404, message: `${what} not found` },
      { error: `No ${what} has the id 7` },
      { message: 'Not found', errorId: `${what.toUpperCase()}_NOT_FOUND` },
      { detail: `This ${what} does not exist` },
      { message: 'Not found', errors: [{ field: 'id', message: `no such ${what}` }] },
    ])(`says that the ${what} is gone where it names it: %j`, (body) => {
      expect(refuse(404, body, operation)).toEqual({ kind: 'not-found', what })
    })

    it.each([
      // What gateways and frameworks answer for any path that they do not know.
      { message: 'Not Found' },
      { detail: 'Not Found' },
      { status: 404, error: 'Not Found' },
      { timestamp: '2026-11-22', status: 404, error: 'Not Found', path: '/v1/mailboxes/7' },
      { status: 404, message: 'No static resource v1/mailboxes/7/domains.' },
      { statusCode: 404, message: 'Cannot GET /v1/mailboxes/7', error: 'Not Found' },
      { message: 'Route for this mailbox or domain not found' },
      { message: 'No such endpoint' },
      { status: 404 },
      '<html>404: no mailbox, no domain</html>',
      '',
    ])('says that there is no such path where it does not: %j', (body) => {
      expect(refuse(404, body, operation)).toEqual({ kind: 'no-such-path', operation, status: 404 })
    })

    it('and 405 says so whatever its words', () => {
      const body = { message: `${what} not found` }
      expect(refuse(405, body, operation)).toEqual({ kind: 'no-such-path', operation, status: 405 })
    })
  })

  it('for asking too much says until when, where the service does', () => {
    const limited = { kind: 'rate-limited', by: 'service' }
    expect(refuse(429)).toEqual({ ...limited, until: null })
    expect(refuse(429, '<html>', 'mailboxes.list', { 'retry-after': '7' })).toEqual({
      ...limited,
      until: now + 7_000,
    })
    expect(refuse(429, {}, 'mailboxes.list', { 'retry-after': 'Wed, 18 Nov 2026 14:03:00 GMT' })).toEqual({
      ...limited,
      until: now + 60_000,
    })
  })
})

describe('what is neither an answer nor a refusal', () => {
  it.each([
    [500, { message: 'x' }, { kind: 'service-failed', status: 500 }],
    [502, '<html>', { kind: 'service-failed', status: 502 }],
    [503, '', { kind: 'service-failed', status: 503 }],
    [408, '', { kind: 'service-failed', status: 408 }],
    [
      200,
      '<html>log in</html>',
      { kind: 'bad-response', operation: 'mailboxes.list', place: '', problem: 'html' },
    ],
    [200, '{"data":[{"id"', { kind: 'bad-response', place: '', problem: 'truncated' }],
    [200, '', { kind: 'bad-response', place: '', problem: 'not-json' }],
    [302, '', { kind: 'bad-response', problem: 'redirect', status: 302 }],
    [204, '', { kind: 'bad-response', problem: 'not-json', status: 204 }],
    [418, '', { kind: 'bad-response', problem: 'status', status: 418 }],
  ])('%d %j', (status, body, error) => {
    expect(refuse(status, body)).toMatchObject(error)
  })

  it.each([
    [
      { failure: 'offline', isSent: false, status: null },
      { kind: 'no-connection', reason: 'offline', host: 'api.litemail.app' },
    ],
    [
      { failure: 'timeout', isSent: true, status: null },
      { kind: 'timeout', afterMs: 30_000 },
    ],
    [{ failure: 'lost', isSent: true, status: null }, { kind: 'connection-lost' }],
    [
      { failure: 'redirect', isSent: true, status: 302 },
      { kind: 'bad-response', problem: 'redirect' },
    ],
    [
      { failure: 'body-too-large', isSent: true, status: 200 },
      { kind: 'bad-response', problem: 'too-large' },
    ],
    [
      { failure: 'body-broken', isSent: true, status: 401 },
      { kind: 'unauthorized', message: null },
    ],
  ] as const)('%j', (failure, error) => {
    expect(findProblem('mailboxes.list', { kind: 'failure', ...failure }, asked)).toMatchObject(error)
  })
})
