import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerContext, decideOutcome, decideRead } from '../../../src/main/rules/outcome'
import type { Exchange, ExchangeFailure } from '../../../src/main/upstream/exchange'
import { appErrorSchema } from '../../../src/shared/errors'
import { err, ok } from '../../../src/shared/result'

const refusing = [400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 421, 422, 429]
const failures: ExchangeFailure[] = [
  'offline',
  'refused',
  'name-not-found',
  'tls',
  'proxy',
  'timeout',
  'lost',
  'body-broken',
  'body-too-large',
  'redirect',
]

const context: AnswerContext = {
  operation: 'things.make',
  host: 'service.example',
  timeoutMs: 10_000,
  tellRefusal: ({ status, body }) => ({
    kind: 'rejected',
    operation: 'addresses.create',
    status,
    message: body,
    remarks: [],
  }),
}

const answer = (status: number, body = ''): Exchange => ({ kind: 'answer', status, headers: {}, body })
const failure = (
  what: ExchangeFailure,
  { isSent = true, status = null }: { isSent?: boolean; status?: number | null } = {},
): Exchange => ({ kind: 'failure', failure: what, isSent, status })

/** Takes exactly the body "made". */
const decode = ({ body }: { body: string }) =>
  body === 'made' ? ok('a thing') : err({ place: 'data', problem: 'shape' as const })

const write = (exchange: Exchange) => decideOutcome(exchange, decode, context)
const read = (exchange: Exchange) => decideRead(exchange, decode, context)

const anyExchange = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.integer({ min: 100, max: 999 }),
    headers: fc.dictionary(fc.string(), fc.string()),
    body: fc.oneof(fc.string(), fc.constant('made')),
  }),
  fc.record({
    kind: fc.constant('failure' as const),
    failure: fc.constantFrom(...failures),
    isSent: fc.boolean(),
    status: fc.option(fc.integer({ min: 100, max: 999 })),
  }),
)

describe('a write', () => {
  test('is done by an answer of the 2xx kind that decodes', () => {
    for (const status of [200, 201, 204, 299]) {
      expect(write(answer(status, 'made'))).toEqual({ kind: 'done', value: 'a thing' })
    }
  })

  test('is unconfirmed by an answer of the 2xx kind that does not decode, with its place', () => {
    expect(write(answer(201, 'unmade'))).toEqual({
      kind: 'unconfirmed',
      error: { kind: 'bad-response', operation: 'things.make', place: 'data', problem: 'shape', status: 201 },
    })
  })

  test.each(refusing)('is refused by %i, in the words the service module finds for it', (status) => {
    expect(write(answer(status, 'no'))).toEqual({
      kind: 'refused',
      error: { kind: 'rejected', operation: 'addresses.create', status, message: 'no', remarks: [] },
    })
  })

  test.each(refusing)('is refused by a status line of %i whose body broke off', (status) => {
    for (const what of ['body-broken', 'body-too-large', 'timeout'] as const) {
      expect(write(failure(what, { status }))).toEqual({
        kind: 'refused',
        error: { kind: 'rejected', operation: 'addresses.create', status, message: '', remarks: [] },
      })
    }
  })

  test.each([408, 500, 502, 503, 504, 599])('is unconfirmed by %i: the service may have acted', (status) => {
    expect(write(answer(status, 'made'))).toEqual({
      kind: 'unconfirmed',
      error: { kind: 'service-failed', status },
    })
  })

  test.each([300, 301, 302, 303, 304, 307, 308])('is unconfirmed by the redirect %i', (status) => {
    expect(write(answer(status, 'made'))).toMatchObject({
      kind: 'unconfirmed',
      error: { kind: 'bad-response', problem: 'redirect', status },
    })
  })

  test.each([100, 406, 407, 411, 418, 423, 425, 428, 451])(
    'is unconfirmed by %i, of which nobody said what it means',
    (status) => {
      expect(write(answer(status, 'made'))).toMatchObject({
        kind: 'unconfirmed',
        error: { kind: 'bad-response', problem: 'status', status },
      })
    },
  )

  test('is unconfirmed after a timeout, with the time that was given', () => {
    expect(write(failure('timeout'))).toEqual({
      kind: 'unconfirmed',
      error: { kind: 'timeout', afterMs: 10_000 },
    })
  })

  test('is unconfirmed after a lost connection', () => {
    expect(write(failure('lost'))).toEqual({ kind: 'unconfirmed', error: { kind: 'connection-lost' } })
  })

  test('is unconfirmed where a handshake error came so late that the request may have left', () => {
    expect(write(failure('tls'))).toEqual({ kind: 'unconfirmed', error: { kind: 'connection-lost' } })
  })

  test('is unconfirmed by a 201 whose body was cut off or too large', () => {
    expect(write(failure('body-broken', { status: 201 }))).toMatchObject({
      kind: 'unconfirmed',
      error: { kind: 'bad-response', problem: 'truncated', status: 201 },
    })
    expect(write(failure('body-too-large', { status: 201 }))).toMatchObject({
      kind: 'unconfirmed',
      error: { kind: 'bad-response', problem: 'too-large', status: 201 },
    })
  })

  test('is unconfirmed by a 503 whose body was cut off, and told as a failure of the service', () => {
    expect(write(failure('body-broken', { status: 503 }))).toEqual({
      kind: 'unconfirmed',
      error: { kind: 'service-failed', status: 503 },
    })
  })

  test.each(['offline', 'refused', 'name-not-found', 'tls', 'proxy'] as const)(
    'is dropped where it was certainly never sent: %s, with the host',
    (reason) => {
      expect(write(failure(reason, { isSent: false }))).toEqual({
        kind: 'dropped',
        error: { kind: 'no-connection', reason, host: 'service.example' },
      })
    },
  )

  test.each(['timeout', 'lost'] as const)(
    'is dropped where no connection was there in its time (%s), in words that leave no doubt',
    (what) => {
      const error = { kind: 'no-connection', reason: 'not-made', host: 'service.example' }
      expect(write(failure(what, { isSent: false }))).toEqual({ kind: 'dropped', error })
    },
  )

  test('has exactly one outcome, whatever comes back; and is dropped if, and only if, it was never sent', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        const outcome = write(exchange)
        const isNeverSent = exchange.kind === 'failure' && !exchange.isSent
        expect(outcome.kind === 'dropped').toBe(isNeverSent)
        const isMade =
          exchange.kind === 'answer' &&
          exchange.status >= 200 &&
          exchange.status <= 299 &&
          exchange.body === 'made'
        expect(outcome.kind === 'done').toBe(isMade)
        const isRefused = !isNeverSent && exchange.status !== null && refusing.includes(exchange.status)
        expect(outcome.kind === 'refused').toBe(isRefused)
        if (outcome.kind !== 'done') expect(appErrorSchema.safeParse(outcome.error).success).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a read', () => {
  test('gives what an answer of the 2xx kind decodes to', () => {
    expect(read(answer(200, 'made'))).toEqual(ok('a thing'))
  })

  test('gives the reason where nobody was reached', () => {
    expect(read(failure('offline', { isSent: false }))).toEqual(
      err({ kind: 'no-connection', reason: 'offline', host: 'service.example' }),
    )
  })

  test('tells a broken handshake as such, though the request may have left', () => {
    expect(read(failure('tls'))).toEqual(
      err({ kind: 'no-connection', reason: 'tls', host: 'service.example' }),
    )
  })

  test('fails with the very error that a write would be refused or left unconfirmed with', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        if (exchange.kind === 'failure' && (exchange.failure === 'tls' || exchange.failure === 'proxy'))
          return
        const outcome = write(exchange)
        // A status line of a refusal counts for a read even on an exchange that claims it was never sent.
        if (exchange.kind === 'failure' && !exchange.isSent && exchange.status !== null) return
        expect(read(exchange)).toEqual(outcome.kind === 'done' ? ok(outcome.value) : err(outcome.error))
      }),
    )
  })
})
