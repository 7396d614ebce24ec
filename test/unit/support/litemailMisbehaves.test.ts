import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findIn, wantedOf } from '../../support/canary/search'
import { goldenOperations } from '../../support/litemail/golden'
import { LITEMAIL_CANARY } from '../../support/litemail/records'
import { LITEMAIL_USER, type Litemail, startLitemail } from '../../support/litemail/server'
import { LitemailService } from '../../support/litemail/service'
import { litemailLimits } from '../../support/litemail/switches'
import type { Fault } from '../../support/loopback/faults'
import { ask, asked } from './askLitemail'

let litemail: Litemail

beforeEach(async () => {
  litemail = await startLitemail()
})
afterEach(() => litemail.close())

describe('limits', () => {
  /** The service without HTTP, on a clock that the test moves; says which requests were let through. */
  const pacedBy = (limits: Parameters<typeof litemailLimits>[0]) => {
    let now = Date.parse('2026-11-22T12:00:00.000Z')
    const service = new LitemailService(() => now)
    service.addUser({ id: 'anna', keys: ['one', 'two'] })
    service.addUser({ id: 'ben', keys: ['three'] })
    service.switches.limits = litemailLimits(limits)
    const request = (key: string) => ({
      method: 'GET',
      path: '/v1/users',
      query: {},
      headers: { 'x-api-key': key },
      body: '',
    })
    return (atMs: number, key = 'one') => {
      now = Date.parse('2026-11-22T12:00:00.000Z') + atMs
      return service.handle(request(key), { commit: true }).answer
    }
  }
  const statuses = (send: (atMs: number) => { status: number }, times: readonly number[]) =>
    times.map((at) => send(at).status)

  it('slide: never more than five within any second', () => {
    const send = pacedBy({ kind: 'sliding' })

    expect(statuses(send, [600, 700, 800, 900, 990, 1_000, 1_599, 1_600, 1_700, 1_750])).toEqual([
      200, 200, 200, 200, 200, 429, 429, 200, 200, 429,
    ])
  })

  it('are fixed: five in each second of the clock, ten across its tick', () => {
    const send = pacedBy({ kind: 'fixed' })
    const tenth = [600, 700, 800, 900, 990, 1_000, 1_050, 1_100, 1_150, 1_200]

    expect(statuses(send, tenth)).toEqual(tenth.map(() => 200))
    expect(statuses(send, [1_900, 2_000])).toEqual([429, 200])
  })

  it('count for the user, whichever key asks, and for no other user', () => {
    const send = pacedBy({ perSecond: 2 })

    expect(
      [send(0, 'one'), send(10, 'two'), send(20, 'one'), send(30, 'three')].map(({ status }) => status),
    ).toEqual([200, 200, 429, 200])
  })

  it('have a cap for the minute beside, where told so', () => {
    const send = pacedBy({ perMinute: 10 })
    const times = Array.from({ length: 12 }, (_, n) => n * 300)

    expect(statuses(send, times).filter((status) => status === 429)).toHaveLength(2)
    expect(send(59_000).status).toBe(429)
    expect(send(60_100).status).toBe(200)
  })

  it('say how long to wait in no form, in seconds, or as a date', () => {
    const saidAfter = (retryAfter: 'none' | 'seconds' | 'date') => {
      const send = pacedBy({ perMinute: 1, retryAfter })
      send(0)
      return send(500).headers['Retry-After']
    }

    expect(saidAfter('none')).toBeUndefined()
    expect(saidAfter('seconds')).toBe('60')
    expect(saidAfter('date')).toBe('Sun, 22 Nov 2026 12:01:00 GMT')
  })

  it.each([
    ['json', /^{"status":429,"message":"Too Many Requests"}$/],
    ['html', /^<html>/],
    ['empty', /^$/],
  ] as const)('refuse in %s', async (tooMany, pattern) => {
    litemail.configure({ tooMany, limits: litemailLimits({ perSecond: 1, perMinute: 1 }) })
    await ask(litemail, '/users')

    const refused = await ask(litemail, '/users')

    expect(refused.status).toBe(429)
    expect(await refused.text()).toMatch(pattern)
  })
})

/** Sends the golden example of an operation. */
const sendExample = ({ method, request }: (typeof goldenOperations)[number]): Promise<Response> =>
  fetch(litemail.origin + request.target, {
    method,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })

describe('paths', () => {
  const documented = goldenOperations.filter(({ evidence }) => evidence === 'documented')
  const guessed = goldenOperations.filter(({ evidence }) => evidence !== 'documented')
  const statusOf = async (operation: (typeof goldenOperations)[number]) => {
    const response = await sendExample(operation)
    return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`
  }

  it.each([
    ['404', '404 application/json'],
    ['405', '405 application/json'],
    ['html', '200 text/html'],
  ] as const)(
    'all 52 that are guessed answer %s, and the nine documented ones as ever',
    async (guessedPaths, said) => {
      litemail.configure({ guessedPaths })

      expect([documented.length, guessed.length]).toEqual([9, 52])
      expect(new Set(await Promise.all(guessed.map(statusOf)))).toEqual(new Set([said]))
      expect(new Set(await Promise.all(documented.map(statusOf)))).toEqual(new Set(['200 application/json']))
    },
  )

  it('answer so one by one, also documented ones', async () => {
    litemail.configure({ guessedPaths: '404', paths: { 'tags.list': 'works', 'mailboxes.list': 'html' } })

    expect((await ask(litemail, '/tags')).status).toBe(200)
    expect((await ask(litemail, '/mailboxes')).headers.get('content-type')).toContain('text/html')
    expect((await ask(litemail, '/domains')).status).toBe(404)
  })
})

describe('secrets', () => {
  it('have the canary in them, in every answer that has a field for one, and nowhere else', async () => {
    const wanted = wantedOf(LITEMAIL_CANARY)
    const talking: string[] = []
    for (const operation of goldenOperations) {
      const response = await sendExample(operation)
      if (findIn(wanted, await response.text()).length > 0) talking.push(operation.id)
    }

    expect(talking).toEqual([
      'mailboxes.list',
      'mailboxes.create',
      'mailboxes.get',
      'exports.addAccount',
      'cloudflare.get',
      'cloudflare.save',
      'webhooks.list',
      'webhooks.register',
    ])
  })

  it('are in every mailbox of a made fleet, too', async () => {
    litemail.addUser({ id: 'anna', holds: { domains: 1, mailboxes: 300 } })

    for (const { appPassword, password, secret } of litemail.holdings('anna').mailboxes)
      for (const field of [appPassword, password, secret]) expect(field).toContain(LITEMAIL_CANARY.key)
  })
})

describe('faults', () => {
  it.each([403, 404, 409, 422] as const)('%i in place of any answer', async (status) => {
    litemail.next({ kind: 'answer', act: false, status, body: `{"status":${status},"message":"No"}` })

    expect(await asked(litemail, '/users')).toMatchObject({ status, body: { message: 'No' } })
    expect((await ask(litemail, '/users')).status).toBe(200)
  })

  it('500 in its own words, 502 as a web page, 503 empty', async () => {
    const errors = [
      { status: 500, body: 'json' },
      { status: 502, body: 'html' },
      { status: 503, body: 'empty' },
    ] as const
    for (const error of errors) litemail.next({ kind: 'server-error', act: true, ...error })

    const texts = await Promise.all(errors.map(async () => (await ask(litemail, '/users')).text()))

    expect(texts).toEqual([
      '{"status":500,"message":"Internal server error"}',
      expect.stringMatching(/^<html>/),
      '',
    ])
  })

  it('50 MB', async () => {
    litemail.next({ kind: 'big-body', act: true, bytes: 50 << 20 })

    expect((await (await ask(litemail, '/users')).arrayBuffer()).byteLength).toBe(50 << 20)
  })

  it.each<Fault>([
    { kind: 'drop', when: 'before', how: 'reset' },
    { kind: 'half-body', act: true, how: 'fin' },
    { kind: 'garbage', act: true },
  ])('breaks the connection: $kind', async (fault) => {
    litemail.next(fault)

    await expect(ask(litemail, '/users').then((response) => response.text())).rejects.toThrow()
  })

  it('half an answer, another shape, and the way to another origin', async () => {
    litemail.next({ kind: 'truncated-json', act: true })
    litemail.next({ kind: 'wrong-shape', act: true })
    litemail.next({ kind: 'redirect', act: false, status: 307, origin: 'http://127.0.0.1:9' })

    await expect((await ask(litemail, '/users')).json()).rejects.toThrow()
    expect((await asked(litemail, '/users')).data).toBe(42)
    expect((await ask(litemail, '/users?a=1')).headers.get('location')).toBe(
      'http://127.0.0.1:9/v1/users?a=1',
    )
  })

  it('no answer before it is released, only for the page that is meant', async () => {
    litemail.next({ kind: 'hold', at: 'received' }, { path: '/v1/mailboxes', query: { page: '2' } })
    const second = ask(litemail, '/mailboxes?page=2')
    await litemail.when('received', { query: { page: '2' } })

    expect((await ask(litemail, '/mailboxes?page=1')).status).toBe(200)
    expect(litemail.release()).toBe(1)
    expect((await second).status).toBe(200)
  })

  it('is late by what it is told, and judges a request when it has arrived', async () => {
    litemail.configure({ delays: { beforeMs: 40, afterMs: 40 }, jitterMs: 20 })
    const before = performance.now()

    await ask(litemail, '/users')

    expect(performance.now() - before).toBeGreaterThan(78)
    const [request] = litemail.requests
    expect((request?.effect?.at ?? 0) - (request?.at ?? 0)).toBeGreaterThanOrEqual(39)
  })

  it('goes away and comes back at the same place, holding what it held', async () => {
    await litemail.goOffline()
    await expect(ask(litemail, '/users')).rejects.toThrow()
    await litemail.comeBack()

    expect((await asked(litemail, '/users')).data).toMatchObject({ id: LITEMAIL_USER })
  })
})
