import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goldenOperations } from '../../support/litemail/golden'
import { startLitemailProcess } from '../../support/litemail/remote'
import { LITEMAIL_KEY, LITEMAIL_USER, type Litemail, startLitemail } from '../../support/litemail/server'
import { ask, asked } from './askLitemail'

let litemail: Litemail

beforeEach(async () => {
  litemail = await startLitemail()
})
afterEach(() => litemail.close())

describe('a Litemail that nobody told anything', () => {
  it.each(goldenOperations)('answers $id with its golden example', async ({ method, request, answer }) => {
    const response = await fetch(litemail.origin + request.target, {
      method,
      headers: request.headers,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })

    expect(response.status).toBe(answer.status)
    expect(await response.json()).toEqual(answer.body)
  })

  it('repeats the Cloudflare key that was sent, as documented', async () => {
    const credentials = { email: 'a@b.test', apiKey: 'cf-just-typed', accountId: 'account' }

    const { data } = await asked(litemail, '/cloudflare-credentials', { method: 'POST', body: credentials })

    expect(data).toMatchObject({ hasCredentials: true, credentials })
  })

  it('says 404 to a path that it has not, and 405 with the methods to one that it has', async () => {
    expect(await asked(litemail, '/mailbox')).toMatchObject({
      status: 404,
      body: { status: 404, message: 'Cannot GET /v1/mailbox' },
    })
    const wrong = await ask(litemail, '/users', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET'])
    expect((await fetch(`${litemail.origin}/users`, { headers: { 'x-api-key': LITEMAIL_KEY } })).status).toBe(
      404,
    )
  })

  it('takes words in a path for words, and anything else for an id', async () => {
    expect((await asked(litemail, '/mailboxes/warmup-analytics')).data).toHaveLength(1)
    expect((await asked(litemail, '/mailboxes/nobody')).status).toBe(404)
    const [mailbox] = litemail.holdings().mailboxes
    litemail.changeMailbox(mailbox?.id ?? '', { id: '../x y?c' })
    const found = await asked(litemail, `/mailboxes/${encodeURIComponent('../x y?c')}`)
    expect(found.data).toMatchObject({ id: '../x y?c', email: mailbox?.email })
  })

  it('writes down of each request when it came, what it wanted, with which headers, and what it got', async () => {
    await ask(litemail, '/mailboxes?page=2&limit=25', { workspace: 'somebody-elses' })

    expect(litemail.requests).toMatchObject([
      {
        number: 1,
        method: 'GET',
        path: '/v1/mailboxes',
        query: { page: '2', limit: '25' },
        headers: { 'x-api-key': LITEMAIL_KEY, 'x-workspace-key': 'somebody-elses' },
        effect: { status: 404, created: null },
        answered: { status: 404, whole: true },
      },
    ])
    expect(
      await litemail.when('answered', { workspace: 'somebody-elses', query: { page: '2' } }),
    ).toMatchObject({
      number: 1,
    })
  })
})

describe('keys and tokens', () => {
  const users = (question: Parameters<typeof asked>[2]) => asked(litemail, '/users', question)

  it('takes a key in x-api-key and a token as a bearer, and neither in the place of the other', async () => {
    const token = litemail.token()

    expect((await users({ key: LITEMAIL_KEY })).data).toMatchObject({ id: LITEMAIL_USER })
    expect((await users({ token })).data).toMatchObject({ id: LITEMAIL_USER })
    expect(await users({ key: token })).toMatchObject({ status: 401, body: { message: 'Invalid API key' } })
    expect(await users({ token: LITEMAIL_KEY })).toMatchObject({
      status: 401,
      body: { message: 'jwt malformed' },
    })
    expect(await users({ key: null })).toMatchObject({
      status: 401,
      body: { status: 401, message: 'Unauthorized' },
    })
  })

  it('lets a token go on to its end, and no further', async () => {
    const token = litemail.token(LITEMAIL_USER, 3_600_000)

    litemail.skipTime(3_590_000)
    expect((await users({ token })).status).toBe(200)
    litemail.skipTime(11_000)
    expect(await users({ token })).toMatchObject({ status: 401, body: { message: 'jwt expired' } })
  })

  it('refuses what was revoked, with the words that were given', async () => {
    litemail.addKey(LITEMAIL_USER, 'second')
    litemail.revokeKey('second', 'Key has expired')

    expect(await users({ key: 'second' })).toMatchObject({
      status: 401,
      body: { message: 'Key has expired' },
    })
    expect((await users({ key: LITEMAIL_KEY })).status).toBe(200)
  })

  it('takes one form only where it is told so, everywhere or for an operation', async () => {
    litemail.configure({ acceptsOn: { 'tags.list': 'jwt' } })
    expect((await asked(litemail, '/tags')).status).toBe(401)
    expect((await asked(litemail, '/tags', { token: litemail.token() })).status).toBe(200)
    expect((await users({})).status).toBe(200)

    litemail.configure({ accepts: 'jwt', acceptsOn: {} })
    expect((await users({})).status).toBe(401)
  })
})

describe('users and workspaces', () => {
  const [anna, ben] = [
    { id: 'anna', keys: ['key-of-anna'], holds: { workspaces: 3, domains: 6, mailboxes: 60 } },
    { id: 'ben', keys: ['key-of-ben'], holds: { domains: 2, mailboxes: 5 } },
  ]
  const total = async (key: string, workspace?: string) =>
    (await asked(litemail, '/mailboxes', { key, ...(workspace !== undefined && { workspace }) })).data as {
      totalSearchedCount: number
      mailboxes: { id: string }[]
    }

  beforeEach(() => {
    litemail.addUser(anna)
    litemail.addUser(ben)
  })

  it('keeps the rows of users and workspaces apart, each in exactly one', async () => {
    const { workspaces, mailboxes } = litemail.holdings('anna')
    const seen = new Set<string>()
    for (const { id } of workspaces) {
      const page = await total('key-of-anna', id)
      expect(page.totalSearchedCount).toBe(20)
      for (const row of page.mailboxes) seen.add(row.id)
    }

    expect(seen.size).toBe(30)
    expect(mailboxes).toHaveLength(60)
    const ids = new Set([...mailboxes, ...litemail.holdings('ben').mailboxes].map(({ id }) => id))
    expect(ids.size).toBe(65)
    expect((await total('key-of-ben')).totalSearchedCount).toBe(5)
  })

  it('takes the first workspace where none is named, and 404 for one of somebody else', async () => {
    const [first] = litemail.holdings('anna').workspaces

    expect(await total('key-of-anna')).toEqual(await total('key-of-anna', first?.id))
    const foreign = await asked(litemail, '/mailboxes', { key: 'key-of-ben', workspace: first?.id ?? '' })
    expect(foreign).toMatchObject({ status: 404, body: { message: 'Workspace not found' } })
  })

  it('shows a row only under its own workspace', async () => {
    const { workspaces, mailboxes } = litemail.holdings('anna')
    const path = `/mailboxes/${mailboxes[0]?.id}`
    const under = async (index: number) =>
      (await asked(litemail, path, { key: 'key-of-anna', workspace: workspaces[index]?.id ?? '' })).status

    expect([await under(0), await under(1)]).toEqual([200, 404])
  })

  it('ignores the header where it is told so: the primary one, or everything', async () => {
    const other = litemail.holdings('anna').workspaces[2]?.id ?? ''

    litemail.configure({ workspaceHeader: 'ignored' })
    expect(await total('key-of-anna', other)).toEqual(await total('key-of-anna'))
    litemail.configure({ workspaceHeader: 'all' })
    expect((await total('key-of-anna', other)).totalSearchedCount).toBe(60)
  })

  it('makes the same fleet of the same numbers, and shows at once what is changed, added or removed', async () => {
    const twin = await startLitemail({ users: [{ ...anna, holds: { ...anna.holds, at: 0 } }] })
    const again = await startLitemail({ users: [{ ...anna, holds: { ...anna.holds, at: 0 } }] })
    expect(twin.holdings()).toEqual(again.holdings())
    await Promise.all([twin.close(), again.close()])

    const [first, second] = litemail.holdings('anna').mailboxes
    litemail.addMailbox({ id: 'new' }, 'anna')
    litemail.changeMailbox(first?.id ?? '', { status: 'PAUSED' }, 'anna')
    expect(litemail.removeMailboxes([second?.id ?? '', 'nobody'], 'anna')).toBe(1)
    expect((await total('key-of-anna')).mailboxes.slice(0, 2)).toMatchObject([
      { id: 'new' },
      { id: first?.id, status: 'PAUSED' },
    ])
  })
})

describe('in a process of its own', () => {
  it('does the same', async () => {
    const apart = await startLitemailProcess({
      users: [{ id: 'anna', keys: ['key'], holds: { domains: 1, mailboxes: 3 } }],
    })
    const wanted = async () =>
      (await fetch(`${apart.origin}/v1/mailboxes`, { headers: { 'x-api-key': 'key' } })).json()

    expect(await wanted()).toMatchObject({ data: { totalSearchedCount: 3 } })
    const { mailboxes } = await apart.holdings()
    await apart.removeMailboxes([mailboxes[0]?.id ?? ''])
    await apart.configure({ paging: { cap: 1 } })
    expect(await wanted()).toMatchObject({
      data: { totalSearchedCount: 2, mailboxes: [{ id: mailboxes[1]?.id }] },
    })
    expect(await apart.requests()).toHaveLength(2)
    await apart.close()
  })
})
