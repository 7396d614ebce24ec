import { describe, expect, it } from 'vitest'
import { endWork } from '../../../../src/main/actions/endWork'
import { type ReadWish, readOperation } from '../../../../src/main/actions/litemail/readOperation'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { litemailLimits } from '../../../support/litemail/switches'

const here = litemailPerTest()

const read = <O extends KnownRead>(account: LitemailAccount, operation: O, wish: Partial<ReadWish> = {}) =>
  readOperation(here.world.context, account, operation, {
    pace: 'window',
    waitMs: 10_000,
    timeoutMs: 5_000,
    ...wish,
  })
/** What was asked since the account was connected. */
const askedSince = () => here.asked().slice(1)
const standing = async () => (await here.accounts())[0]?.keyStanding
const REFUSED = {
  kind: 'answer',
  act: false,
  status: 401,
  body: '{"status":401,"message":"Not you"}',
} as const

describe('a read', () => {
  it('goes to its own path, with the workspace, what it asks for, and the key', async () => {
    const account = await here.connected()
    const [workspace] = here.litemail.holdings().workspaces
    const page = take(
      await read(account, 'mailboxes.list', {
        inputs: { page: 1, limit: 50 },
        workspaceId: workspace?.id ?? '',
      }),
    )
    expect(page.rows.map(({ email }) => email).length).toBeGreaterThan(0)
    const request = here.litemail.requests.at(-1)
    expect(request).toMatchObject({ method: 'GET', target: '/v1/mailboxes?page=1&limit=50' })
    expect(request?.headers).toMatchObject({ 'x-workspace-key': workspace?.id })
  })

  it('is not sent where an id would lead it to another path', async () => {
    const account = await here.connected()
    for (const id of ['..', '.', '', '\uD800']) {
      expect(await read(account, 'mailboxes.get', { inputs: { id } })).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      })
    }
    expect(askedSince()).toEqual([])
  })

  it('is remembered as one that worked here, once a day', async () => {
    const account = await here.connected()
    const worked = async () => {
      const answers = take(await here.world.context.store.read('operations.answers', account.id))
      return Object.fromEntries(answers.map(({ operation, workedAt }) => [operation, workedAt]))
    }
    take(await read(account, 'tags.list'))
    const first = await worked()
    expect(Object.keys(first)).toEqual(['tags.list'])
    take(await read(account, 'tags.list'))
    expect(await worked()).toEqual(first)
    const { clock, ...context } = here.world.context
    const tomorrow = { ...clock, now: () => clock.now() + 86_400_001 }
    const wish = { pace: 'window', waitMs: 5_000, timeoutMs: 5_000 } as const
    take(await readOperation({ ...context, clock: tomorrow }, account, 'tags.list', wish))
    expect((await worked())['tags.list']).toBeGreaterThan(first['tags.list'] ?? Number.NaN)
  })

  it('that failed is not remembered as one that worked', async () => {
    const account = await here.connected()
    here.litemail.configure({ paths: { 'tags.list': '404' } })
    expect((await read(account, 'tags.list')).ok).toBe(false)
    expect(take(await here.world.context.store.read('operations.answers', account.id))).toMatchObject([
      { operation: 'tags.list', workedAt: null, problem: { kind: 'no-such-path' } },
    ])
  })

  it('sends no request once Mailroom is ending', async () => {
    const account = await here.connected()
    await endWork(here.world.context)
    expect(await read(account, 'tags.list')).toEqual({ ok: false, error: { kind: 'interrupted' } })
    expect(askedSince()).toEqual([])
  })
})

describe('a read that fails for a moment', () => {
  it.each([
    ['whose connection broke', { kind: 'drop', when: 'after', how: 'reset' }],
    ['that the service failed at', { kind: 'server-error', act: false, status: 503, body: 'html' }],
    ['that came too soon', { kind: 'too-many', retryAfter: 'none' }],
  ] as const)('and %s is sent again', async (_, fault) => {
    const account = await here.connected()
    here.litemail.next(fault)
    expect((await read(account, 'wallet.balance')).ok).toBe(true)
    expect(askedSince()).toEqual(['GET /v1/wallet/balance', 'GET /v1/wallet/balance'])
  })

  it('is sent three times in all, and then says why it failed', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'server-error', act: false, status: 500, body: 'json' }, { times: 'always' })
    expect(await read(account, 'wallet.balance')).toEqual({
      ok: false,
      error: { kind: 'service-failed', status: 500 },
    })
    expect(askedSince()).toHaveLength(3)
  })

  it('is not sent again once its time is over', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'server-error', act: false, status: 500, body: 'json' }, { times: 'always' })
    expect((await read(account, 'wallet.balance', { waitMs: 300 })).ok).toBe(false)
    expect(askedSince().length).toBeLessThan(3)
  })

  it('waits as long as the service asks it to', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'too-many', retryAfter: 'seconds', seconds: 1 })
    const begun = performance.now()
    expect((await read(account, 'wallet.balance')).ok).toBe(true)
    expect(performance.now() - begun).toBeGreaterThan(1_000)
  })

  it('says until when, where that is longer than it may wait', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'too-many', retryAfter: 'seconds', seconds: 60 })
    const before = Date.now()
    const answer = await read(account, 'wallet.balance')
    if (answer.ok || answer.error.kind !== 'rate-limited') throw new Error('it was not refused')
    expect(answer.error.by).toBe('service')
    expect((answer.error.until ?? 0) - before).toBeGreaterThan(55_000)
    expect(askedSince()).toHaveLength(1)
  })

  it.each([
    ['a timeout', { kind: 'silence', act: false }],
    ['a refusal', { kind: 'answer', act: false, status: 403 }],
    ['a page of a stranger', { kind: 'html', act: false }],
  ] as const)('by %s is not sent again', async (_, fault) => {
    const account = await here.connected()
    here.litemail.next(fault, { times: 'always' })
    expect((await read(account, 'wallet.balance', { timeoutMs: 200 })).ok).toBe(false)
    expect(askedSince()).toHaveLength(1)
  })
})

describe('a read that is not authorized', () => {
  it('is about the operation where the key still says who the user is', async () => {
    const account = await here.connected()
    here.litemail.configure({ acceptsOn: { 'domains.list': 'jwt' } })
    expect(await read(account, 'domains.list')).toMatchObject({
      ok: false,
      error: { kind: 'operation-unauthorized', operation: 'domains.list' },
    })
    expect(askedSince()).toEqual(['GET /v1/domains', 'GET /v1/users'])
    expect(await standing()).toBe('accepted')
  })

  it('is about the key where that does not say it either', async () => {
    const account = await here.connected()
    here.litemail.next(REFUSED, { times: 'always' })
    expect(await read(account, 'domains.list')).toEqual({
      ok: false,
      error: { kind: 'unauthorized', message: 'Not you' },
    })
    expect(await standing()).toBe('refused')
  })

  it('says nothing of the key where nobody can be asked about it', async () => {
    const account = await here.connected()
    here.litemail.next(REFUSED, { path: '/v1/domains' })
    here.litemail.next({ kind: 'html', act: false }, { path: '/v1/users' })
    expect(await read(account, 'domains.list')).toMatchObject({
      ok: false,
      error: { kind: 'bad-response', problem: 'html' },
    })
    expect(await standing()).toBe('accepted')
  })

  it('notes nothing about a key that was replaced meanwhile', async () => {
    const account = await here.connected()
    here.litemail.next({ kind: 'hold', at: 'received' }, { path: '/v1/users' })
    const asking = read(account, 'users.get')
    await here.litemail.when('received', { path: '/v1/users', after: 1 })
    here.litemail.revokeKey(here.litemail.keys[0] ?? '')
    take(
      await here.world.context.store.write('litemail.updateAccount', {
        id: account.id,
        patch: { keyGeneration: 2 },
      }),
    )
    here.litemail.release()
    expect(await asking).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
    expect(await standing()).toBe('accepted')
  })
})

describe('many reads at once', () => {
  it('never are more than the service takes in a second, the first one of all included', async () => {
    here.litemail.configure({ limits: litemailLimits({ kind: 'sliding' }) })
    const account = await here.connected()
    const reads = await Promise.all(Array.from({ length: 14 }, () => read(account, 'tags.list')))
    expect(reads.every(({ ok }) => ok)).toBe(true)
    expect(here.litemail.requests.filter(({ answered }) => answered?.status === 429)).toEqual([])
    expect(askedSince()).toHaveLength(14)
  })

  it('let a click go first', async () => {
    const account = await here.connected()
    const reads = [...Array(6)].map(() => read(account, 'tags.list'))
    await here.litemail.when('received', { path: '/v1/tags' })
    await read(account, 'wallet.balance', { pace: 'click' })
    expect(askedSince().length).toBeLessThanOrEqual(4)
    await Promise.all(reads)
  })

  it('of two accounts of one user share what the service takes', async () => {
    here.litemail.configure({ limits: litemailLimits({ kind: 'sliding' }) })
    const account = await here.connected()
    const twin = { ...account, id: crypto.randomUUID(), removedAt: null }
    take(await here.world.context.keys.keep(twin, here.litemail.keys[0] ?? ''))
    take(await here.world.context.store.write('litemail.insertAccount', twin))
    const reads = await Promise.all(
      [account, twin].flatMap((one) => [...Array(7)].map(() => read(one, 'tags.list'))),
    )
    expect(reads.every(({ ok }) => ok)).toBe(true)
    expect(here.litemail.requests.filter(({ answered }) => answered?.status === 429)).toEqual([])
  })
})
