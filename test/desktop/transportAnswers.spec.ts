import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { OutboundRequest } from '../../src/main/upstream/exchange'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../support/likedo/server'
import { CARRIER_VERSION, type Carrier, startCarrier } from './transport/carrier'

const MEGABYTE = 1024 * 1024

let carrier: Carrier
let likedo: LikeDo
let other: LikeDo
let made = 0

test.beforeAll(async () => {
  carrier = await startCarrier()
})
test.afterAll(() => carrier.close())
test.beforeEach(async () => {
  likedo = await startLikeDo()
  other = await startLikeDo()
})
test.afterEach(async () => {
  await likedo.close()
  await other.close()
})

const headers = { Authorization: `Bearer ${DEFAULT_KEY}`, 'Content-Type': 'application/json' }
const create = (changes: Partial<OutboundRequest> = {}) => {
  made += 1
  return carrier.carry({
    url: `${likedo.origin}/api/v1/emails/create`,
    headers,
    body: JSON.stringify({ email: `made-${made}@ig.do` }),
    ...changes,
  })
}
const list = (changes: Partial<OutboundRequest> = {}) =>
  carrier.carry({ url: `${likedo.origin}/api/v1/emails`, method: 'GET', headers, ...changes })

const failure = (what: string, status: number | null = null) => ({
  kind: 'failure',
  failure: what,
  isSent: true,
  status,
})

test.describe('an answer', () => {
  test('comes back with its status, its headers in lower case and its body', async () => {
    expect(await create()).toMatchObject({
      kind: 'answer',
      status: 201,
      headers: { 'x-ratelimit-limit': '200' },
      body: expect.stringContaining('"success":true'),
    })
  })

  test('of any status is an answer, 401 and 407 with a challenge too: nobody is asked for a password', async () => {
    const challenge = { 'www-authenticate': 'Basic realm="x"' }
    likedo.next({ kind: 'answer', act: false, status: 401, headers: challenge, body: 'no' })
    expect(await create({ timeoutMs: 5_000 })).toMatchObject({ kind: 'answer', status: 401, body: 'no' })
    likedo.next({
      kind: 'answer',
      act: false,
      status: 407,
      headers: { 'proxy-authenticate': 'Basic realm="x"' },
    })
    expect(await create({ timeoutMs: 5_000 })).toMatchObject({
      kind: 'failure',
      failure: 'lost',
      isSent: true,
    })
    expect(likedo.requests).toHaveLength(2)
  })

  test('without a body is an answer', async () => {
    likedo.next({ kind: 'answer', act: false, status: 204 })
    expect(await create()).toMatchObject({ kind: 'answer', status: 204, body: '' })
  })

  test('that is compressed is read decompressed', async () => {
    likedo.next({ kind: 'gzip-bomb', act: true, bytes: 10_000 })
    const exchange = await create()
    expect(exchange.kind === 'answer' && exchange.body.length).toBe(10_000)
  })
})

test.describe('a body', () => {
  test('of 3 MB is cut off at 2 MB', async () => {
    likedo.next({ kind: 'big-body', act: true })
    expect(await create({ maxBytes: 2 * MEGABYTE })).toEqual(failure('body-too-large', 201))
  })

  test('of 3 MB is read where 16 MB are allowed', async () => {
    likedo.next({ kind: 'big-body', act: true })
    const exchange = await list({ maxBytes: 16 * MEGABYTE })
    expect(exchange.kind === 'answer' && exchange.body.length).toBe(3 * MEGABYTE)
  })

  test('of a few kilobytes that unpacks to 128 MB is cut off at what is allowed', async () => {
    likedo.next({ kind: 'gzip-bomb', act: true, bytes: 128 * MEGABYTE })
    expect(await create({ maxBytes: 2 * MEGABYTE, timeoutMs: 30_000 })).toEqual(
      failure('body-too-large', 201),
    )
  })

  test('that ends too early is broken, with the status that came before it', async () => {
    for (const how of ['reset', 'fin'] as const) {
      likedo.next({ kind: 'half-body', act: true, how })
      expect(await create()).toEqual(failure('body-broken', 201))
    }
  })

  test('that comes byte by byte has the time of the whole request, no more', async () => {
    likedo.next({ kind: 'trickle', act: true, intervalMs: 50 })
    const start = Date.now()
    expect(await create({ timeoutMs: 700 })).toEqual(failure('timeout', 201))
    expect(Date.now() - start).toBeLessThan(3_000)
  })
})

test('silence ends with the time of the request, for a write and a read', async () => {
  likedo.next({ kind: 'silence', act: false }, { times: 2 })
  expect(await create({ timeoutMs: 300 })).toEqual(failure('timeout'))
  expect(await list({ timeoutMs: 300 })).toEqual(failure('timeout'))
  expect((await likedo.when('ended', { method: 'GET' })).ended).toBe('client')
})

test.describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308] as const) {
    test(`${status} is not followed, neither by a write nor by a read: no request and no key reaches the other origin`, async () => {
      likedo.next({ kind: 'redirect', act: false, status, origin: other.origin }, { times: 2 })
      expect(await create()).toEqual(failure('redirect', status))
      expect(await list()).toEqual(failure('redirect', status))
      likedo.next({ kind: 'redirect', act: false, status, origin: likedo.origin })
      expect(await create()).toEqual(failure('redirect', status))
      expect(likedo.requests).toHaveLength(3)
      expect(other.requests).toEqual([])
    })
  }
})

test('a cookie does not come back, and is not sent again', async () => {
  likedo.next({ kind: 'set-cookie' }, { times: 2 })
  for (const exchange of [await create(), await list()]) {
    expect(exchange).toMatchObject({ kind: 'answer' })
    expect(JSON.stringify(exchange)).not.toMatch(/set-cookie|tracked/i)
  }
  await Promise.all([create(), create(), create(), create(), list()])
  for (const arrival of likedo.requests) expect(arrival.headers).not.toHaveProperty('cookie')
})

test('a request says that it is Mailroom, and not where it comes from', async () => {
  await create()
  await list()
  for (const arrival of likedo.requests) {
    expect(arrival.headers['user-agent']).toBe(`Mailroom/${CARRIER_VERSION}`)
    expect(arrival.headers.authorization).toBe(`Bearer ${DEFAULT_KEY}`)
    for (const name of ['referer', 'origin', 'cookie']) expect(arrival.headers).not.toHaveProperty(name)
  }
})

test('nothing of an answer is ever written to the disk, even where the service allows it', async () => {
  const canary = `canary-${'q7z'.repeat(2_000)}`
  for (const method of ['GET', 'POST'] as const) {
    likedo.next(
      {
        kind: 'answer',
        act: false,
        status: 200,
        headers: {
          'cache-control': 'public, max-age=86400',
          etag: '"1"',
          'set-cookie': 'sid=canary; Max-Age=9000',
        },
        body: canary,
      },
      { times: 3 },
    )
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await list({ method })).toMatchObject({ kind: 'answer', body: canary })
    }
  }
  // All of them reached the service: nothing came from a cache.
  expect(likedo.requests).toHaveLength(6)
  const entries = await readdir(carrier.userData, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect((await readFile(file)).includes('canary'), file).toBe(false)
})
