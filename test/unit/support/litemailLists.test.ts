import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Litemail, startLitemail } from '../../support/litemail/server'
import { asked } from './askLitemail'

interface PageData {
  readonly totalSearchedCount: number
  readonly currentPage: number
  readonly nextPage: number | null
  readonly totalPages: number
  readonly mailboxes: readonly { readonly id: string }[]
}

let litemail: Litemail

beforeEach(async () => {
  litemail = await startLitemail({
    users: [
      {
        id: 'anna',
        keys: ['lm_live_golden_0000000000000001'],
        holds: { domains: 4, mailboxes: 25, at: Date.parse('2026-11-22T00:00:00Z') },
      },
    ],
  })
})
afterEach(() => litemail.close())

const data = async (path: string) => (await asked(litemail, path)).data as unknown
const page = async (number: number, limit?: number) =>
  (await data(`/mailboxes?page=${number}${limit === undefined ? '' : `&limit=${limit}`}`)) as PageData
const idsOf = ({ mailboxes }: PageData) => mailboxes.map(({ id }) => id)
const held = () => litemail.holdings().mailboxes.map(({ id }) => id)

describe('the shapes of a list', () => {
  it('is an array, paged all the same', async () => {
    litemail.configure({ shapes: { mailboxes: 'array', domains: 'array' } })

    expect(await data('/mailboxes?page=3')).toHaveLength(5)
    expect(await data('/domains?limit=3')).toHaveLength(3)
  })

  it('is grouped by domain, each mailbox once', async () => {
    litemail.configure({ shapes: { mailboxes: 'by-domain' } })

    const { domains, ...paging } = (await data('/mailboxes?limit=20')) as {
      domains: { domain: string; status: string; mailboxes: { id: string; domain?: string }[] }[]
    }

    expect(paging).toEqual({ totalSearchedCount: 25, currentPage: 1, nextPage: 2, totalPages: 2 })
    expect(domains.map(({ domain }) => domain)).toEqual(
      litemail
        .holdings()
        .domains.slice(0, domains.length)
        .map(({ domain }) => domain),
    )
    expect(domains.flatMap(({ mailboxes }) => mailboxes.map(({ id }) => id))).toEqual(held().slice(0, 20))
    expect(domains[0]?.mailboxes[0]).not.toHaveProperty('domain')
  })

  it('tells its paging by other names, or not at all', async () => {
    litemail.configure({
      shapes: { total: 'totalCount', page: 'page', hasNextPage: false, hasTotalPages: false },
    })
    expect(await data('/mailboxes?page=2')).toEqual({ totalCount: 25, page: 2, mailboxes: expect.any(Array) })

    litemail.configure({ shapes: { total: 'none', page: 'none' } })
    expect(Object.keys((await data('/domains')) as object)).toEqual(['domains'])
  })

  it('says success instead of a status, and carries an errorId', async () => {
    litemail.configure({ shapes: { envelope: 'success', hasErrorId: true } })

    expect((await asked(litemail, '/mailboxes')).body).toMatchObject({
      success: true,
      message: expect.any(String),
    })
    expect((await asked(litemail, '/mailboxes', { key: 'no' })).body).toEqual({
      status: 401,
      message: 'Invalid API key',
      errorId: expect.stringMatching(/^err_/),
    })
  })

  it('draws a row in each likely way', async () => {
    const [held] = litemail.holdings().mailboxes.filter(({ tags }) => tags.length > 0)
    const row = async () =>
      (
        (await data('/mailboxes?limit=100')) as { mailboxes: { id: string; tags?: unknown }[] }
      ).mailboxes.find(({ id }) => id === held?.id)
    const [tag] = held?.tags ?? []

    expect(await row()).toMatchObject({ tags: [tag], appPassword: held?.appPassword, email: held?.email })
    litemail.configure({ shapes: { rowTags: 'names', hasEmail: false, hasCredentialsInList: false } })
    expect(await row()).toMatchObject({ tags: [tag?.name], username: held?.username, domain: held?.domain })
    expect(Object.keys((await row()) ?? {})).not.toContain('email')
    expect(Object.keys((await row()) ?? {})).not.toContain('appPassword')
    litemail.configure({ shapes: { rowTags: 'ids', moments: 'epoch-ms' } })
    expect(await row()).toMatchObject({ tags: [tag?.id], expireOn: Date.parse(held?.expireOn ?? '') })
    litemail.configure({ shapes: { rowTags: 'none', moments: 'epoch-seconds' } })
    expect(await row()).toMatchObject({ expireOn: Math.floor(Date.parse(held?.expireOn ?? '') / 1_000) })
    expect((await row())?.tags).toBeUndefined()
  })

  it('draws domains, workspaces, details and the short lists in each likely way', async () => {
    const [domain] = litemail.holdings().domains
    const [mailbox] = litemail.holdings().mailboxes
    litemail.configure({
      shapes: {
        domainName: 'domainName',
        counts: 'number',
        workspaces: 'with-current',
        details: 'data.mailbox',
        tags: 'paged',
        subscriptions: 'paged',
      },
    })

    expect(await data('/domains?limit=1')).toMatchObject({
      domains: [{ domainName: domain?.domain, assignedMailboxesCount: 7 }],
    })
    expect(await data('/workspaces')).toEqual({
      currentWorkspace: expect.objectContaining({ name: 'Main', mailboxCount: 25 }),
      workspaces: [expect.objectContaining({ domainCount: 4 })],
    })
    expect(await data(`/mailboxes/${mailbox?.id}`)).toMatchObject({
      mailbox: { password: mailbox?.password },
    })
    expect(await data('/tags')).toMatchObject({ totalSearchedCount: 5, tags: expect.any(Array) })
    expect(await data('/subscriptions')).toMatchObject({ totalPages: 1, subscriptions: expect.any(Array) })
  })

  it('finds by a part of the address', async () => {
    const [mailbox] = litemail.holdings().mailboxes
    const found = (await data(`/mailboxes?contains=${mailbox?.username.toUpperCase()}@`)) as PageData

    expect(idsOf(found)).toEqual([mailbox?.id])
  })
})

describe('the pages of a list', () => {
  it('has ten rows where nothing is asked for, what is asked for up to its cap, and no row twice', async () => {
    expect(idsOf(await page(1))).toHaveLength(10)
    expect(idsOf(await page(1, 25))).toEqual(held())
    litemail.configure({ paging: { cap: 10 } })

    const pages = [await page(1, 100), await page(2, 100), await page(3, 100)]

    expect(pages.flatMap(idsOf)).toEqual(held())
    expect(pages.map(({ nextPage, totalPages }) => [nextPage, totalPages])).toEqual([
      [2, 3],
      [3, 3],
      [null, 3],
    ])
  })

  it('takes nonsense for the first page', async () => {
    expect(await data('/mailboxes?page=-1&limit=all')).toEqual(await page(1))
  })

  it('permutes its rows at each request', async () => {
    litemail.configure({ paging: { order: 'permuted' } })

    const [first, second] = [await page(1, 25), await page(1, 25)]

    expect(idsOf(first)).not.toEqual(idsOf(second))
    expect(idsOf(first).toSorted()).toEqual(held().toSorted())
  })

  it('shifts its rows between requests, so that a pass meets some twice and others never', async () => {
    litemail.configure({ paging: { order: 'shifting' } })

    const met = [await page(1), await page(2), await page(3)].flatMap(idsOf)

    expect(new Set(met).size).toBeLessThan(25)
    expect(new Set(met).size).toBeGreaterThan(10)
  })

  it('lies about its total, and about the pages with it', async () => {
    litemail.configure({ paging: { total: { add: 100 } } })
    expect(await page(1)).toMatchObject({ totalSearchedCount: 125, totalPages: 13 })

    litemail.configure({ paging: { total: 3 } })
    expect(await page(1)).toMatchObject({ totalSearchedCount: 3, totalPages: 1, nextPage: null })
  })

  it('has an empty page with 200 in the middle, or at first', async () => {
    litemail.configure({ paging: { emptyPages: [1, 2] } })

    expect([idsOf(await page(1)), idsOf(await page(2))]).toEqual([[], []])
    expect(idsOf(await page(3))).toHaveLength(5)
    expect(await page(1)).toMatchObject({ totalSearchedCount: 25 })
  })

  it('never ends, with nothing behind its end, the last page, or the first one', async () => {
    litemail.configure({ paging: { isEndless: true } })
    expect(await page(40)).toMatchObject({ nextPage: 41, mailboxes: [] })

    litemail.configure({ paging: { behindEnd: 'last-page' } })
    expect(idsOf(await page(40))).toEqual(held().slice(20))
    litemail.configure({ paging: { behindEnd: 'first-page' } })
    expect(idsOf(await page(40))).toEqual(held().slice(0, 10))
    litemail.configure({ paging: { behindEnd: '404' } })
    expect((await asked(litemail, '/mailboxes?page=4')).status).toBe(404)
  })

  it('is always the first where pages are ignored', async () => {
    litemail.configure({ paging: { isPageIgnored: true } })

    expect(await page(2)).toEqual(await page(1))
  })

  it('leaves rows out that it counts', async () => {
    litemail.configure({ paging: { leftOut: 5 } })

    const seen = idsOf(await page(1, 100))

    expect(seen).toEqual(held().filter((_, index) => (index + 1) % 5 !== 0))
    expect(await page(1)).toMatchObject({ totalSearchedCount: 25 })
  })

  it('does so for one list alone where told so', async () => {
    litemail.configure({ pagingOf: { domains: { cap: 1 } } })

    expect((await data('/domains?limit=100')) as object).toMatchObject({ totalPages: 4 })
    expect(idsOf(await page(1, 100))).toHaveLength(25)
  })

  it('loses rows in the middle of a pass where a test takes them away', async () => {
    const [last] = held().slice(-1)
    litemail.on('answered', ({ query }) => {
      if (query.page === '1') litemail.removeMailboxes(held().slice(0, 2))
    })

    const met = [await page(1), await page(2), await page(3)].flatMap(idsOf)

    expect(met).toHaveLength(23)
    expect(met).toContain(last)
    expect(new Set([...met, ...held()]).size).toBe(25)
  })
})
