import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_KEY, type LikeDo, type LikeDoOptions, startLikeDo } from '../../support/likedo/server'

let likedo: LikeDo

const restart = async (options: LikeDoOptions): Promise<void> => {
  await likedo.close()
  likedo = await startLikeDo(options)
}

interface Told {
  status: number
  headers: Headers
  json: unknown
}

const ask = async (
  method: string,
  target: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Told> => {
  const response = await fetch(`${likedo.origin}${target}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  return { status: response.status, headers: response.headers, json: await response.json() }
}
const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` })
const create = (fields: unknown, key = DEFAULT_KEY): Promise<Told> =>
  ask(
    'POST',
    '/api/v1/emails/create',
    { ...bearer(key), 'content-type': 'application/json' },
    JSON.stringify(fields),
  )
const list = (query = '', key = DEFAULT_KEY): Promise<Told> =>
  ask('GET', `/api/v1/emails${query}`, bearer(key))
const emails = (told: Told): string[] =>
  (told.json as { data: { email: string }[] }).data.map(({ email }) => email)

beforeEach(async () => {
  likedo = await startLikeDo()
})
afterEach(() => likedo.close())

describe('creating an address', () => {
  it('answers 201 with the documented fields', async () => {
    const { status, json } = await create({ email: 'myemail@ig.do', tag: 'personal' })

    expect(status).toBe(201)
    expect(json).toEqual({
      success: true,
      data: {
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        email: 'myemail@ig.do',
        tag: 'personal',
        like: false,
        pin: false,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
    })
    expect(likedo.addressesOf(DEFAULT_KEY)).toMatchObject([{ email: 'myemail@ig.do', user: 'caller' }])
  })

  it.each([
    ['free', '200'],
    ['pro', '2000'],
    ['lifetime', '2000'],
  ] as const)('tells the hourly limit of the %s plan on every answer', async (plan, limit) => {
    await restart({ users: [{ name: 'caller', keys: ['k'], plan }] })

    for (const told of [
      await create({ email: 'some@ig.do' }, 'k'),
      await create({ email: 'x@ig.do' }, 'k'),
      await list('', 'k'),
    ]) {
      expect(told.headers.get('X-RateLimit-Limit')).toBe(limit)
    }
  })

  it.each([
    ['a missing address', {}, ['email']],
    ['an address that is no string', { email: 5 }, ['email']],
    ['an address without domain', { email: 'myemail' }, ['email']],
    ['an address with a blank', { email: 'my email@ig.do' }, ['email']],
    ['a domain that is not the service’s', { email: 'myemail@example.com' }, ['email']],
    ['a domain named like a property of objects', { email: 'myemail@constructor' }, ['email']],
    ['a tag of 51 characters', { email: 'myemail@ig.do', tag: 'x'.repeat(51) }, ['tag']],
    ['a body that is no object', 'text', []],
  ])('refuses %s with 400 and its place', async (_what, fields, path) => {
    const { status, json } = await create(fields)

    expect(status).toBe(400)
    expect(json).toEqual({
      success: false,
      error: 'Invalid request data',
      details: [{ path, message: expect.any(String) }],
    })
  })

  it('refuses a body that is not JSON', async () => {
    const { status, json } = await ask('POST', '/api/v1/emails/create', bearer(DEFAULT_KEY), '{"email":')

    expect(status).toBe(400)
    expect(json).toMatchObject({ error: 'Invalid request data' })
  })

  it.each(['abc', 'x'.repeat(65)])('refuses the prefix %s for its length', async (prefix) => {
    const { status, json } = await create({ email: `${prefix}@ig.do` })

    expect(status).toBe(400)
    expect(json).toEqual({ success: false, error: 'Email prefix length must be between 4 and 64 characters' })
  })

  it.each(['abcd', 'x'.repeat(64)])('accepts the prefix %s at the edge of the length', async (prefix) => {
    expect((await create({ email: `${prefix}@ig.do` })).status).toBe(201)
  })

  it.each(['admin', 'noreply', 'postmaster'])('refuses the reserved prefix %s', async (prefix) => {
    const { status, json } = await create({ email: `${prefix}@ig.do` })

    expect(status).toBe(400)
    expect(json).toEqual({
      success: false,
      error: 'The provided email prefix is reserved. Please choose another one.',
    })
  })

  it('refuses a premium domain to a free plan, and grants it to a paid one', async () => {
    await restart({
      users: [
        { name: 'a', keys: ['free'] },
        { name: 'b', keys: ['paid'], plan: 'pro' },
      ],
    })

    const { status, json } = await create({ email: 'myemail@kfc.sh' }, 'free')

    expect(status).toBe(403)
    expect(json).toEqual({
      success: false,
      error:
        'You don\'t have permission to use the domain "kfc.sh". Premium domains require an active Pro subscription or Lifetime plan.',
    })
    expect((await create({ email: 'myemail@uv.do' }, 'paid')).status).toBe(201)
  })

  it('refuses with 403 beyond the month’s quota, and accepts again in the next month', async () => {
    await restart({ users: [{ name: 'caller', keys: ['k'], quota: 2, addresses: ['long-ago@ig.do'] }] })
    await create({ email: 'first@ig.do' }, 'k')
    await create({ email: 'second@ig.do' }, 'k')

    const over = await create({ email: 'third@ig.do' }, 'k')
    likedo.skipTime(32 * 86_400_000)
    const later = await create({ email: 'third@ig.do' }, 'k')

    expect(over.status).toBe(403)
    expect(over.json).toEqual({ success: false, error: expect.stringMatching(/monthly limit of 2 /) })
    expect(later.status).toBe(201)
  })

  it('refuses with 409 an address that the caller holds, in any case', async () => {
    await create({ email: 'myemail@ig.do' })

    const { status, json } = await create({ email: 'MyEmail@ig.do' })

    expect(status).toBe(409)
    expect(json).toEqual({ success: false, error: 'An email address with this address already exists' })
  })

  it('refuses somebody else’s address where addresses are unique among everybody', async () => {
    expect((await create({ email: 'newsletter@ig.do' })).status).toBe(409)
    expect(likedo.holdersOf('newsletter@ig.do')).toEqual(['stranger'])
  })

  it('gives somebody else’s address away again where addresses are unique for each user', async () => {
    likedo.configure({ uniqueness: 'user' })

    expect((await create({ email: 'newsletter@ig.do' })).status).toBe(201)
    expect((await create({ email: 'newsletter@ig.do' })).status).toBe(409)
    expect(likedo.holdersOf('newsletter@ig.do')).toEqual(['stranger', 'caller'])
  })

  it('frees the name of an address that was deleted on the website', async () => {
    await create({ email: 'myemail@ig.do' })

    likedo.remove('myemail@ig.do')

    expect(likedo.addressesOf(DEFAULT_KEY)).toEqual([])
    expect((await create({ email: 'myemail@ig.do' })).status).toBe(201)
  })

  it('accepts creates at the other documented path when it is switched there', async () => {
    likedo.configure({ createPath: '/api/v1/emails' })

    const told = await ask(
      'POST',
      '/api/v1/emails',
      bearer(DEFAULT_KEY),
      JSON.stringify({ email: 'myemail@ig.do' }),
    )

    expect(told.status).toBe(201)
    expect((await create({ email: 'other@ig.do' })).status).toBe(404)
  })
})

describe('keys', () => {
  it('names a missing key in the documented words', async () => {
    const { status, json } = await ask('GET', '/api/v1/emails', {})

    expect(status).toBe(401)
    expect(json).toEqual({
      success: false,
      error: 'Missing API key. Provide it via Authorization header (Bearer token) or ?key= query parameter',
    })
  })

  it('refuses a wrong key in the documented words', async () => {
    const { status, json } = await list('', 'sk_live_wrong')

    expect(status).toBe(401)
    expect(json).toEqual({ success: false, error: expect.stringMatching(/^Invalid or expired API key: /) })
  })

  it('refuses a revoked key, until it is added again', async () => {
    likedo.revokeKey(DEFAULT_KEY, 'expired yesterday')
    const refused = await list()
    likedo.addKey('caller', DEFAULT_KEY)

    expect(refused.json).toEqual({ success: false, error: 'Invalid or expired API key: expired yesterday' })
    expect((await list()).status).toBe(200)
  })

  it('accepts a key in the query, as documented, and logs that', async () => {
    expect((await ask('GET', `/api/v1/emails?key=${DEFAULT_KEY}`, {})).status).toBe(200)
    expect(likedo.requests[0]?.query).toEqual({ key: DEFAULT_KEY })
  })

  it('shows what a user made with one key to their other key', async () => {
    likedo.addKey('caller', 'sk_live_second')
    await create({ email: 'myemail@ig.do' })

    expect(emails(await list('', 'sk_live_second'))).toEqual(['myemail@ig.do'])
  })
})

describe('listing addresses', () => {
  const many = Array.from({ length: 130 }, (_, i) => `address-${i}@ig.do`)

  it('shows the caller’s own addresses only, newest first, 20 on a page', async () => {
    await restart({
      users: [
        { name: 'caller', keys: ['k'], addresses: many },
        { name: 'other', addresses: ['else@ig.do'] },
      ],
    })

    expect(emails(await list('', 'k'))).toEqual(many.toReversed().slice(0, 20))
    expect(emails(await list('?page=2&pageSize=100', 'k'))).toEqual(many.toReversed().slice(100))
    expect(emails(await list('?page=3&pageSize=100', 'k'))).toEqual([])
  })

  it('finds by any part of the address', async () => {
    await restart({ users: [{ name: 'caller', keys: ['k'], addresses: many }] })

    expect(emails(await list('?email=address-12%40ig.do', 'k'))).toEqual(['address-12@ig.do'])
    expect(emails(await list('?email=SS-12', 'k'))).toHaveLength(11)
  })

  it.each(['?pageSize=101', '?pageSize=0', '?page=0', '?page=x'])('refuses the query %s', async (query) => {
    expect(await list(query)).toMatchObject({ status: 400, json: { error: 'Invalid request data' } })
  })

  it.each([404, 405] as const)('answers %i where the server cannot list', async (noListStatus) => {
    likedo.configure({ canList: false, noListStatus })

    expect((await list()).status).toBe(noListStatus)
    expect((await create({ email: 'myemail@ig.do' })).status).toBe(201)
  })
})

it('answers 404 for other paths and 405 for other methods', async () => {
  expect((await ask('GET', '/api/v2/emails', bearer(DEFAULT_KEY))).status).toBe(404)
  expect((await ask('GET', '/api/v1/emails/create', bearer(DEFAULT_KEY))).status).toBe(405)
  expect((await ask('DELETE', '/api/v1/emails', bearer(DEFAULT_KEY))).status).toBe(405)
})
