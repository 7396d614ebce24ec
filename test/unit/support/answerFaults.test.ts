import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import type { Fault } from '../../support/loopback/faults'
import { connectRaw, type RawConnection, rawRequest } from '../../support/rawClient'

const CREATE = '/api/v1/emails/create'
const EMAIL = 'myemail@ig.do'

let likedo: LikeDo
let raw: RawConnection

const create = (email = EMAIL): string => rawRequest('POST', CREATE, DEFAULT_KEY, { email })
const held = (): string[] => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const meet = (fault: Fault): void => {
  likedo.next(fault)
  raw.send(create())
}
const post = (body = JSON.stringify({ email: EMAIL })): Promise<Response> =>
  fetch(likedo.origin + CREATE, {
    method: 'POST',
    headers: { authorization: `Bearer ${DEFAULT_KEY}` },
    redirect: 'manual',
    body,
  })

beforeEach(async () => {
  likedo = await startLikeDo()
  raw = await connectRaw(likedo.port)
})
afterEach(async () => {
  raw.close()
  await likedo.close()
})

describe('answers in place of the right one', () => {
  it('408, then the end of the connection', async () => {
    meet({ kind: 'request-timeout', act: true, close: true })

    expect(await raw.ended).toBe('fin')
    expect(raw.received()).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close/i)
    expect(held()).toEqual([EMAIL])
  })

  it('408 on a connection that stays', async () => {
    meet({ kind: 'request-timeout', act: false, close: false })
    await raw.until(/^HTTP\/1\.1 408 [\s\S]*}$/)
    raw.send(create('second@ig.do'))

    expect(await raw.until(/second@ig\.do/)).toMatch(/HTTP\/1\.1 201 /)
    expect(held()).toEqual(['second@ig.do'])
  })

  it.each([301, 302, 303, 307, 308] as const)('a %i to another origin', async (status) => {
    likedo.next({ kind: 'redirect', act: true, status, origin: 'http://127.0.0.1:9' })

    const response = await post()

    expect(response.status).toBe(status)
    expect(response.headers.get('location')).toBe(`http://127.0.0.1:9${CREATE}`)
    expect(held()).toEqual([EMAIL])
  })

  it.each([
    ['json', /^{"success":false/],
    ['html', /^<html>/],
    ['empty', /^$/],
  ] as const)('502 with a body of %s', async (body, pattern) => {
    likedo.next({ kind: 'server-error', act: false, status: 502, body })

    const response = await post()

    expect(response.status).toBe(502)
    expect(await response.text()).toMatch(pattern)
    expect(held()).toEqual([])
  })

  it('200 with a web page', async () => {
    likedo.next({ kind: 'html', act: false })

    const response = await post()

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await response.text()).toMatch(/^<!doctype html>/)
  })

  it('201 whose JSON stops half way, in a complete answer', async () => {
    likedo.next({ kind: 'truncated-json', act: true })

    const response = await post()
    const text = await response.text()

    expect(response.status).toBe(201)
    expect(text).toMatch(/^{"success":true/)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(held()).toEqual([EMAIL])
  })

  it('201 with JSON of another shape', async () => {
    likedo.next({ kind: 'wrong-shape', act: true })
    likedo.next({ kind: 'wrong-shape', act: false, body: ['anything'] })

    const [first, second] = [await post(), await post()]

    expect(await first.json()).toEqual({ success: true, data: { id: 42, address: null } })
    expect(await second.json()).toEqual(['anything'])
  })

  it('a body of more than 2 MB that is right but for its size', async () => {
    likedo.next({ kind: 'big-body', act: true })

    const text = await (await post()).text()

    expect(text).toHaveLength(3 << 20)
    expect(JSON.parse(text)).toMatchObject({ success: true, data: { email: EMAIL } })
  })

  it('a gzipped body that is small on the wire only', async () => {
    meet({ kind: 'gzip-bomb', act: true })
    await likedo.when('answered')
    const size = Number(/content-length: (\d+)/i.exec(await raw.until(/\r\n\r\n/))?.[1])
    await expect.poll(() => raw.received().split('\r\n\r\n')[0]?.length).toBeGreaterThan(0)
    const packed = (): string => raw.received().slice(raw.received().indexOf('\r\n\r\n') + 4)
    await expect.poll(() => packed().length).toBe(size)

    expect(size).toBeLessThan(100_000)
    expect(gunzipSync(Buffer.from(packed(), 'latin1'))).toHaveLength(32 << 20)
  })

  it('a cookie beside the right answer', async () => {
    likedo.next({ kind: 'set-cookie' })

    const response = await post()

    expect(response.status).toBe(201)
    expect(response.headers.get('set-cookie')).toMatch(/^sid=tracked;/)
  })

  it('bytes that are no HTTP', async () => {
    meet({ kind: 'garbage', act: false })

    expect(await raw.ended).toBe('fin')
    expect(raw.received()).toMatch(/^SSH-2\.0-/)
  })

  it.each([
    ['none', null],
    ['seconds', /^7$/],
    ['date', / GMT$/],
  ] as const)('429 with Retry-After as %s', async (retryAfter, pattern) => {
    likedo.next({ kind: 'too-many', retryAfter, seconds: 7 })

    const response = await post()
    const header = response.headers.get('retry-after')

    expect(response.status).toBe(429)
    if (pattern) expect(header).toMatch(pattern)
    else expect(header).toBeNull()
    if (retryAfter === 'date') expect(Date.parse(header ?? '') - Date.now()).toBeGreaterThan(5_000)
    expect(held()).toEqual([])
  })

  it('whatever else a test needs', async () => {
    likedo.next({
      kind: 'answer',
      act: true,
      status: 418,
      headers: { 'x-tea': 'yes' },
      body: 'short and stout',
    })

    const response = await post()

    expect([response.status, response.headers.get('x-tea'), await response.text()]).toEqual([
      418,
      'yes',
      'short and stout',
    ])
    expect(held()).toEqual([EMAIL])
  })
})

describe('which request meets a fault', () => {
  it('is the next one that matches, as often as was asked for', async () => {
    likedo.next({ kind: 'html', act: false }, { method: 'POST', email: 'second@ig.do', times: 2 })
    const statuses: number[] = []
    for (const email of ['first@ig.do', 'second@ig.do', 'second@ig.do', 'second@ig.do']) {
      statuses.push((await post(JSON.stringify({ email }))).status)
    }

    expect(statuses).toEqual([201, 200, 200, 201])
  })

  it('is chosen by a function where nothing is lined up', async () => {
    likedo.faults(({ number }) => (number === 2 ? { kind: 'html', act: false } : undefined))
    likedo.next({ kind: 'too-many', retryAfter: 'none' })

    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([429, 200, 201])
    likedo.clearFaults()
    expect((await post()).status).toBe(409)
  })
})
