import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Arrival } from '../../support/likedo/arrivals'
import {
  actedThenBroke,
  actsWhen,
  type Cut,
  describeFault,
  everyFault,
  type Fault,
  faultKinds,
} from '../../support/likedo/faults'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { connectRaw, type RawConnection, rawRequest } from '../../support/rawClient'

const CREATE = '/api/v1/emails/create'
const EMAIL = 'myemail@ig.do'

let likedo: LikeDo
let raw: RawConnection

const create = (email = EMAIL): string => rawRequest('POST', CREATE, DEFAULT_KEY, { email })
const list = (): string => rawRequest('GET', '/api/v1/emails', DEFAULT_KEY)
const arrival = (): Arrival => {
  const last = likedo.requests.at(-1)
  if (!last) throw new Error('nothing arrived')
  return last
}
const held = (): string[] => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const meet = (fault: Fault, request = create()): void => {
  likedo.next(fault)
  raw.send(request)
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

describe.each<Cut>(['reset', 'fin'])('a connection cut with %s', (how) => {
  it('before the body is read: the request is logged without its body, nothing is done', async () => {
    meet({ kind: 'drop', when: 'reading', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({
      path: CREATE,
      fault: 'drop',
      body: null,
      effect: null,
      answered: null,
      ended: 'cut',
    })
    expect(held()).toEqual([])
  })

  it('before acting: the request is logged whole, nothing is done', async () => {
    meet({ kind: 'drop', when: 'before', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({ email: EMAIL, effect: null, answered: null, ended: 'cut' })
    expect(held()).toEqual([])
  })

  it('after acting: the address exists, not a byte was answered', async () => {
    meet({ kind: 'drop', when: 'after', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({ effect: { status: 201, created: EMAIL }, answered: null, ended: 'cut' })
    expect(held()).toEqual([EMAIL])
  })

  it('after half a status line', async () => {
    meet({ kind: 'half-status', act: true, how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('HTTP/1.1 20')
    expect(held()).toEqual([EMAIL])
  })

  it('after half the body', async () => {
    meet({ kind: 'half-body', act: true, how })

    expect(await raw.ended).toBe(how)
    const [head = '', body = ''] = raw.received().split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 201 /)
    expect(body.length).toBeGreaterThan(0)
    expect(body.length).toBeLessThan(Number(/content-length: (\d+)/.exec(head)?.[1]))
    expect(arrival()).toMatchObject({ answered: { status: 201, whole: false }, ended: 'cut' })
    expect(held()).toEqual([EMAIL])
  })

  it('on a reused connection only, when that is asked for', async () => {
    likedo.next({ kind: 'drop', when: 'after', how }, { connection: 'reused' })
    raw.send(create('first@ig.do'))
    await raw.until(/first@ig\.do/)
    raw.send(create('second@ig.do'))

    expect(await raw.ended).toBe(how)
    expect(
      likedo.requests.map(({ connection, onConnection, ended }) => [connection, onConnection, ended]),
    ).toEqual([
      [1, 1, 'answered'],
      [1, 2, 'cut'],
    ])
    expect(held()).toEqual(['second@ig.do', 'first@ig.do'])
  })

  it('in the middle of a list', async () => {
    meet({ kind: 'half-body', act: true, how }, list())

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toMatch(/^HTTP\/1\.1 200 /)
  })
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

describe('time', () => {
  it('a delay before acting: nothing is done until then, even though the client has left', async () => {
    meet({ kind: 'delay', before: 200 })
    await likedo.when('received')
    raw.close()

    expect(held()).toEqual([])
    await likedo.settled()
    expect(held()).toEqual([EMAIL])
    expect(arrival()).toMatchObject({ effect: { created: EMAIL }, ended: 'client' })
    expect((arrival().effect?.at ?? 0) - arrival().at).toBeGreaterThanOrEqual(195)
  })

  it('a delay after acting: the address exists long before the answer', async () => {
    const started = Date.now()
    meet({ kind: 'delay', after: 200 })
    await likedo.when('acted')
    expect([held(), raw.received()]).toEqual([[EMAIL], ''])

    await raw.until(/201/)

    expect(Date.now() - started).toBeGreaterThanOrEqual(195)
  })

  it('a held request goes on when it is released, and not before', async () => {
    meet({ kind: 'hold', at: 'received' })
    await likedo.when('received')
    await likedo.settled()
    expect([held(), raw.received()]).toEqual([[], ''])

    expect(likedo.release()).toBe(1)

    await raw.until(/HTTP\/1\.1 201/)
    expect(held()).toEqual([EMAIL])
  })

  it('acting late: only after the client gave up', async () => {
    meet({ kind: 'act-late', ms: 150 })
    await likedo.when('received')
    expect(held()).toEqual([])
    const left = Date.now()
    raw.close()

    await likedo.settled()

    expect(held()).toEqual([EMAIL])
    expect((arrival().effect?.at ?? 0) - left).toBeGreaterThanOrEqual(145)
    expect(arrival()).toMatchObject({ answered: null, ended: 'client' })
  })

  it('a body that comes a byte at a time', async () => {
    meet({ kind: 'trickle', act: true, intervalMs: 30 })

    await raw.until(/\r\n\r\n{"su/)
    const early = raw.received()
    await raw.until(/{"succes/)

    expect(early).not.toMatch(/data/)
    expect(arrival()).toMatchObject({ answered: { status: 201, whole: false }, ended: null })
  })

  it('silence: the connection stays open without an answer', async () => {
    meet({ kind: 'silence', act: true })
    await likedo.when('acted')
    const second = await connectRaw(likedo.port)
    second.send(list())
    await second.until(/HTTP\/1\.1 200/)

    expect([raw.received(), held()]).toEqual(['', [EMAIL]])
    second.close()
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

describe('the list of faults', () => {
  const every = everyFault({ otherOrigin: 'http://127.0.0.1:9', shortMs: 10, lateMs: 50 })

  it('holds every kind but those that a test must end or fill in itself, none twice', () => {
    const listed = new Set(every.map(({ kind }) => kind))

    expect(faultKinds.filter((kind) => !listed.has(kind))).toEqual(['hold', 'answer'])
    expect(new Set(every.map(describeFault)).size).toBe(every.length)
  })

  it.each(every.map((fault) => ({ name: describeFault(fault), fault })))(
    '$name acts when it says',
    async ({ fault }) => {
      meet(fault)
      if (fault.kind === 'trickle') await raw.until(/\r\n\r\n{/)
      else if (fault.kind !== 'act-late' && fault.kind !== 'silence') await likedo.when('ended')
      else await likedo.when('received')
      expect(held()).toEqual(actsWhen(fault) === 'in time' ? [EMAIL] : [])

      raw.close()
      await likedo.settled()

      expect(held()).toEqual(actsWhen(fault) === 'never' ? [] : [EMAIL])
    },
  )

  it.each(actedThenBroke.map(describeFault))('%s acts', (name) => {
    expect(actedThenBroke.find((fault) => describeFault(fault) === name)).toSatisfy(
      (fault) => actsWhen(fault) === 'in time',
    )
  })
})
