import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentedWindows } from '../../support/likedo/rules'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { judge, type Limits } from '../../support/loopback/limits'

const limits = (changes: Partial<Limits>): Limits => ({
  windows: [{ requests: 3, ms: 1_000 }],
  kind: 'fixed',
  retryAfter: 'none',
  remaining: false,
  reset: 'none',
  ...changes,
})

describe('a fixed window', () => {
  it('counts anew at each whole multiple of its length', () => {
    expect(judge(limits({}), [10_700, 10_800, 10_900], 10_999)).toMatchObject({ allowed: false, waitMs: 1 })
    expect(judge(limits({}), [10_700, 10_800, 10_900], 11_000)).toMatchObject({
      allowed: true,
      remaining: 2,
      resetAt: 12_000,
    })
  })
})

describe('a sliding window', () => {
  it('counts the requests of the last stretch at any moment', () => {
    const sliding = limits({ kind: 'sliding' })

    expect(judge(sliding, [10_700, 10_800, 10_900], 11_100)).toMatchObject({ allowed: false, waitMs: 600 })
    expect(judge(sliding, [10_700, 10_800, 10_900], 11_700)).toMatchObject({ allowed: true, remaining: 0 })
  })
})

describe('several windows', () => {
  const both = limits({
    windows: [
      { requests: 10, ms: 60_000 },
      { requests: 2, ms: 1_000 },
    ],
  })

  it('must all have room, and the one that refuses longest is told', () => {
    expect(judge(both, [60_100, 60_200], 60_300)).toMatchObject({ allowed: false, limit: 2, waitMs: 700 })
  })

  it('are told by the first of them while there is room', () => {
    expect(judge(both, [60_100], 60_300)).toMatchObject({ allowed: true, limit: 10, remaining: 8 })
  })
})

it('the documented windows are an hour’s and a minute’s', () => {
  expect(documentedWindows('free').map(({ requests, ms }) => `${requests} in ${ms / 60_000} min`)).toEqual([
    '200 in 60 min',
    '60 in 1 min',
  ])
})

describe('over HTTP', () => {
  let likedo: LikeDo
  const list = (key = DEFAULT_KEY): Promise<Response> =>
    fetch(`${likedo.origin}/api/v1/emails`, { headers: { authorization: `Bearer ${key}` } })
  const start = async (changes: Partial<Limits>): Promise<void> => {
    await likedo.close()
    likedo = await startLikeDo({
      limits: limits({ windows: [{ requests: 2, ms: 3_600_000 }], kind: 'sliding', ...changes }),
      users: [
        { name: 'caller', keys: [DEFAULT_KEY, 'second key'] },
        { name: 'other', keys: ['other key'] },
      ],
    })
  }
  beforeEach(async () => {
    likedo = await startLikeDo()
  })
  afterEach(() => likedo.close())

  it('refuses with 429 what a user sends too much, with any of their keys, and nobody else', async () => {
    await start({})

    const statuses = [
      await list(),
      await list('second key'),
      await list('second key'),
      await list('other key'),
    ]

    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429, 200])
    expect(statuses[2]?.headers.get('retry-after')).toBeNull()
  })

  it('does nothing for a refused create, and accepts it once the window has moved on', async () => {
    await start({})
    const create = (): Promise<Response> =>
      fetch(`${likedo.origin}/api/v1/emails/create`, {
        method: 'POST',
        headers: { authorization: `Bearer ${DEFAULT_KEY}` },
        body: JSON.stringify({ email: 'myemail@ig.do' }),
      })
    await list()
    await list()

    expect((await create()).status).toBe(429)
    expect(likedo.requests.at(-1)?.effect).toMatchObject({ status: 429, created: null })
    expect(likedo.addressesOf(DEFAULT_KEY)).toEqual([])
    likedo.skipTime(3_600_001)
    expect((await create()).status).toBe(201)
  })

  it.each([
    ['seconds', /^3600$/],
    ['date', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
  ] as const)('says when to come back in the form of %s', async (retryAfter, form) => {
    await start({ retryAfter })
    await list()
    await list()

    expect((await list()).headers.get('retry-after')).toMatch(form)
  })

  it.each([
    ['epoch-seconds', (value: number) => Math.abs(value * 1_000 - (Date.now() + 3_600_000)) < 5_000],
    ['epoch-ms', (value: number) => Math.abs(value - (Date.now() + 3_600_000)) < 5_000],
    ['delta-seconds', (value: number) => value > 3_590 && value <= 3_600],
  ] as const)('tells what remains, and the end of the window as %s', async (reset, isRight) => {
    await start({ remaining: true, reset })
    const first = await list()
    const second = await list()

    expect(first.headers.get('X-RateLimit-Limit')).toBe('2')
    expect([first, second].map(({ headers }) => headers.get('X-RateLimit-Remaining'))).toEqual(['1', '0'])
    expect(Number(second.headers.get('X-RateLimit-Reset'))).toSatisfy(isRight)
  })
})
