import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableMap } from '../../../src/main/rules/apiMap'
import { type Inputs, mappedRequest } from '../../../src/main/upstream/mappedRequest'
import type { ApiMap, InputMap } from '../../../src/shared/apiMap'
import { likedoOperations } from '../../../src/shared/likedo/operations'
import type { AnyOperation } from '../../../src/shared/litemail/operation'
import { isReading, operations } from '../../../src/shared/litemail/operations'
import { hostilePaths } from '../../support/apiPaths/hostilePaths'

const server = { origin: 'https://api.litemail.app', basePath: '/v1' }
const all: readonly AnyOperation[] = [...operations, ...likedoOperations]

const odd = fc.string({
  unit: fc.constantFrom(
    '.',
    ';',
    '/',
    '\\',
    '%',
    '2',
    'e',
    '?',
    '#',
    '@',
    ':',
    '\n',
    ' ',
    'a',
    '{',
    '}',
    'id',
    'ü',
  ),
  maxLength: 12,
})
const steps = fc.array(
  fc.constantFrom('a', 'v2', '{id}', '{page}', '{email}', '..', '.', '..;x', '{id};x', 'x.{id}', '', '...'),
  {
    minLength: 1,
    maxLength: 5,
  },
)
const path = fc.oneof(
  fc.constantFrom(...hostilePaths),
  odd,
  odd.map((text) => `/${text}`),
  steps.map((parts) => `/${parts.join('/')}`),
)
const name = fc.constantFrom(
  ...['id', 'page', 'x', 'filter.text', 'a', 'a.b', '__proto__', 'a.constructor', '', 'x y', 'é', '#'],
  ...['Cookie', 'Authorization', 'x-api-key', 'Host', 'X-Page', 'content-length', 'X-HTTP-Method-Override'],
  ...['x-workspace-key', 'X-\r\nEvil', 'Sec-Fetch-Site', 'proxy-authorization', 'x-forwarded-host'],
)
const place = fc.constantFrom<InputMap['place']>('path', 'query', 'body', 'header')
const value = fc.oneof(
  odd,
  fc.constantFrom('..', '.', 'a', 'ü', 'a\r\nb', '%2e%2e'),
  fc.integer(),
  fc.constant(['a', 'b']),
)

/** Any map and any values, most of them for what the operation has. */
const asking = fc.constantFrom(...all).chain((operation) => {
  const names = operation.input.map((field) => field.name)
  const some = fc.constantFrom(...names, 'other', '__proto__')
  return fc.record({
    operation: fc.constant(operation),
    map: fc.record({
      method: fc.constantFrom<ApiMap['method']>('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      path: fc.oneof(path, fc.constant(operation.path)),
      inputs: fc
        .array(fc.tuple(some, fc.record({ place, name: fc.oneof(name, some) })), { maxLength: 4 })
        .map((changed) => ({ ...tableMap(operation).inputs, ...Object.fromEntries(changed) })),
      authentication: fc.constantFrom<ApiMap['authentication']>('account', 'api-key', 'jwt'),
      rows: fc.constant(null),
      total: fc.constant(null),
      next: fc.constant(null),
      isReadingPost: fc.boolean(),
    }),
    values: fc.tuple(...names.map(() => value)),
  })
})

describe('a map', () => {
  it('whatever it says, leads no request off the account’s origin and base path, and changes nothing that an operation does', () => {
    let made = 0
    fc.assert(
      fc.property(asking, ({ operation, map, values }) => {
        const inputs: Inputs = Object.fromEntries(
          operation.input.map((field, at) => [field.name, values[at] ?? 'a'] as const),
        )
        const asked = mappedRequest(server, operation, map, { inputs, headers: {}, timeoutMs: 1 })
        if (!asked.ok) {
          expect(asked.error.kind).toBe('invalid-input')
          return
        }
        made += 1
        const { method, url, headers, body } = asked.value
        const { origin, pathname, hash, username, password } = new URL(url)
        expect([origin, hash, username, password]).toEqual([server.origin, '', '', ''])
        expect(pathname.startsWith('/v1/')).toBe(true)
        expect(pathname).not.toMatch(/\/\.{1,2}(?:[;/]|$)|\/\/|%2e|\\/i)
        if (isReading(operation))
          expect(method === 'GET' || (method === 'POST' && map.isReadingPost)).toBe(true)
        else expect(method).toMatch(operation.effect === 'destructive' ? /^(POST|PUT|PATCH|DELETE)$/ : /^P/)
        if (method === 'GET') expect(body).toBeUndefined()
        for (const [header, text] of Object.entries(headers)) {
          expect(header).toMatch(/^(?:Accept|Content-Type|[A-Za-z][A-Za-z0-9-]*)$/)
          expect(header).not.toMatch(/cookie|auth|key|host|length|method|workspace|sec-|proxy|forwarded/i)
          expect(text).toMatch(/^[\x20-\x7e]+$/)
        }
        if (body !== undefined) expect(Object.getPrototypeOf(JSON.parse(body))).toBe(Object.prototype)
      }),
      { numRuns: 4_000 },
    )
    expect(made).toBeGreaterThan(100)
  }, 120_000)
})
