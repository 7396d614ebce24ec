import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../../src/main/upstream/exchange'
import {
  decideCreate,
  findListed,
  readAddresses,
  readKeyCheck,
} from '../../../../src/main/upstream/likedo/answers'
import { createAddressRequest, keyCheckRequest } from '../../../../src/main/upstream/likedo/requests'
import { appErrorSchema } from '../../../../src/shared/errors'
import { take } from '../../../support/actions/take'

const server = { origin: 'https://like.do' }
const email = 'quiet-otter-417@ig.do'
const now = Date.UTC(2025, 10, 18, 14, 0, 0)
const request = take(createAddressRequest(server, { email, tag: null }, { timeoutMs: 10_000 }))
const about = { request: take(keyCheckRequest(server, { timeoutMs: 10_000 })), now }

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Exchange => ({
  kind: 'answer',
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const create = (exchange: Exchange) => decideCreate(exchange, { request, email, now })
const created = (fields: object) => answer(201, { success: true, data: fields })
const listed = (...data: unknown[]) => readAddresses(answer(200, { success: true, data }), about)

describe('the answer to a creation', () => {
  test('as documented means: created', () => {
    const outcome = create(
      created({
        id: '6f1c1f0e-5f5d-4c55-9c69-1f3ac6f9a0aa',
        email,
        tag: 'personal',
        like: false,
        pin: false,
        createdAt: '2025-11-18T14:00:00.123Z',
      }),
    )
    expect(outcome).toEqual({
      kind: 'done',
      value: {
        id: '6f1c1f0e-5f5d-4c55-9c69-1f3ac6f9a0aa',
        email,
        tag: 'personal',
        createdAt: now + 123,
      },
    })
  })

  test('may write the address in other letter cases', () => {
    expect(create(created({ id: '1', email: 'Quiet-Otter-417@IG.do' }))).toMatchObject({
      kind: 'done',
      value: { email },
    })
  })

  test('needs no more than the address: what else cannot be read is left out', () => {
    for (const rest of [{}, { id: null, tag: 7, createdAt: 'yesterday' }, { id: {}, createdAt: 12 }]) {
      expect(create(created({ email, ...rest }))).toEqual({
        kind: 'done',
        value: { id: null, email, tag: null, createdAt: null },
      })
    }
  })

  test('with another address is no proof that ours was made', () => {
    expect(create(created({ id: '1', email: 'quiet-otter-418@ig.do' }))).toEqual({
      kind: 'unconfirmed',
      error: {
        kind: 'bad-response',
        operation: 'addresses.create',
        place: 'data.email',
        problem: 'shape',
        status: 201,
      },
    })
  })

  test.each([
    ['an envelope that says no', { success: false, error: 'no' }, 'success', 'shape'],
    ['no envelope', { email }, 'success', 'shape'],
    ['an envelope with nothing in it', { success: true }, 'data', 'shape'],
    ['an entry without address', { success: true, data: { id: '1' } }, 'data.email', 'shape'],
    ['a list', [], '', 'shape'],
    ['a page for people', '<!doctype html><title>Sign in</title>', '', 'html'],
    ['half a body', '{"success":true,"data":{"id":"6f1c', '', 'truncated'],
    ['words', 'ok', '', 'not-json'],
    ['nothing', '', '', 'not-json'],
  ])('that is %s leaves it unconfirmed, and says where', (_what, body, place, problem) => {
    expect(create(answer(201, body))).toMatchObject({
      kind: 'unconfirmed',
      error: { kind: 'bad-response', place, problem, status: 201 },
    })
  })

  test('is a page for people where its type says so', () => {
    expect(create(answer(200, 'Welcome', { 'content-type': 'text/html; charset=utf-8' }))).toMatchObject({
      error: { problem: 'html' },
    })
  })

  test('names the host where none was reached', () => {
    expect(create({ kind: 'failure', failure: 'name-not-found', isSent: false, status: null })).toEqual({
      kind: 'dropped',
      error: { kind: 'no-connection', reason: 'name-not-found', host: 'like.do' },
    })
  })
})

describe('the answer to a list', () => {
  test('gives its addresses', () => {
    expect(listed({ id: 'a', email, tag: null, createdAt: '2025-11-18T14:00:00Z', like: true })).toEqual({
      ok: true,
      value: { canList: true, addresses: [{ id: 'a', email, tag: null, createdAt: now }] },
    })
    expect(listed()).toEqual({ ok: true, value: { canList: true, addresses: [] } })
  })

  test('takes a number as an id', () => {
    expect(listed({ id: 42, email })).toMatchObject({ value: { addresses: [{ id: '42' }] } })
  })

  test('with one entry that cannot be read cannot be read: ours could be that one', () => {
    expect(listed({ id: 'a', email }, { id: 'b' })).toEqual({
      ok: false,
      error: {
        kind: 'bad-response',
        operation: 'addresses.list',
        place: 'data.1.email',
        problem: 'shape',
        status: 200,
      },
    })
  })

  test.each([404, 405])('%i says that this server has no list, and is no failure', (status) => {
    expect(readAddresses(answer(status, '<h1>Not found</h1>'), about)).toEqual({
      ok: true,
      value: { canList: false, problem: { kind: 'no-such-path', operation: 'addresses.list', status } },
    })
    expect(readAddresses({ kind: 'failure', failure: 'body-broken', isSent: true, status }, about)).toEqual({
      ok: true,
      value: { canList: false, problem: { kind: 'no-such-path', operation: 'addresses.list', status } },
    })
  })

  test('of an odd kind is never an empty list', () => {
    for (const body of ['', '[]', '{}', '{"success":true}', '{"success":true,"data":{}}', '<html>', 'null']) {
      expect(readAddresses(answer(200, body), about).ok, body).toBe(false)
    }
  })
})

describe('an address is found in a list', () => {
  const addresses = ['x-quiet-otter-417@ig.do', 'Quiet-Otter-417@ig.do'].map((text) => ({
    id: text,
    email: text.toLowerCase(),
    tag: null,
    createdAt: null,
  }))
  test('whole, letter case aside', () => {
    expect(findListed(addresses, email.toUpperCase())?.id).toBe('Quiet-Otter-417@ig.do')
  })
  test('and not where it is only a part of another', () => {
    expect(findListed(addresses.slice(0, 1), email)).toBeNull()
    expect(findListed(addresses, 'otter-417@ig.do')).toBeNull()
  })
})

describe('trying a key', () => {
  test('200 accepts it', () => {
    expect(readKeyCheck(answer(200, { success: true, data: [] }), about)).toEqual({
      ok: true,
      value: 'accepted',
    })
  })
  test('404 and 405 cannot tell', () => {
    expect(readKeyCheck(answer(404, ''), about)).toEqual({ ok: true, value: 'cannot-check' })
    expect(readKeyCheck(answer(405, ''), about)).toEqual({ ok: true, value: 'cannot-check' })
  })
  test('401 refuses it', () => {
    const body = { success: false, error: 'Invalid or expired API key: expired' }
    expect(readKeyCheck(answer(401, body), about)).toEqual({
      ok: false,
      error: { kind: 'unauthorized', message: 'Invalid or expired API key: expired' },
    })
  })
  test('a page that is no LikeDo accepts nothing', () => {
    expect(readKeyCheck(answer(200, '<html>Router login</html>'), about)).toMatchObject({
      ok: false,
      error: { kind: 'bad-response', operation: 'accounts.check', problem: 'html' },
    })
  })
})

test('whatever a service answers is decided, in errors that may be kept and shown', () => {
  const anyAnswer = fc.record({
    kind: fc.constant('answer' as const),
    status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(200, 201, 400, 401, 403, 409, 429)),
    headers: fc.record({ 'retry-after': fc.string(), 'content-type': fc.string() }),
    body: fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          success: fc.boolean(),
          error: fc.jsonValue(),
          details: fc.jsonValue(),
          data: fc.jsonValue(),
        })
        .map((body) => JSON.stringify(body)),
    ),
  })
  fc.assert(
    fc.property(anyAnswer, (exchange) => {
      const outcome = create(exchange)
      if (outcome.kind !== 'done') expect(appErrorSchema.parse(outcome.error)).toEqual(outcome.error)
      const page = readAddresses(exchange, about)
      if (!page.ok) expect(appErrorSchema.parse(page.error)).toEqual(page.error)
    }),
    { numRuns: 1000 },
  )
})
