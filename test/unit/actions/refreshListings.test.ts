import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readListings } from '../../../src/main/actions/readListings'
import { decideListing, refreshListings, refreshStale } from '../../../src/main/actions/refreshListings'
import { replaceKey } from '../../../src/main/actions/replaceKey'
import type { Listing } from '../../../src/shared/listing'
import { openWorld, take, type World } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { LATE_MS } from '../../support/late'
import { DEFAULT_KEY } from '../../support/likedo/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'

const here = worldPerTest()

const HOUR_MS = 3_600_000
const OTHERS_KEY = 'sk_test_somebody_else'

const holdMany = (count: number, name = 'old') => {
  for (let n = 0; n < count; n += 1) here.likedo.hold(DEFAULT_KEY, `${name}-${n}@ig.do`)
}
const pages = () =>
  here.likedo.requests.filter(({ method, query }) => method === 'GET' && query.pageSize === '100')
const refresh = async (isWhole = false) => {
  const [report] = take(await refreshListings(here.world.context, { isWhole }))
  if (report === undefined) throw new Error('nothing was read')
  return report
}
const refreshAlone = (freshForMs = HOUR_MS) => refreshStale(here.world.context, freshForMs)

async function listing(world: World = here.world): Promise<Listing> {
  const [only] = take(await readListings(world.context))
  if (only === undefined) throw new Error('no account')
  return only
}

async function takeKey(key: string): Promise<void> {
  const [account] = take(await here.world.context.store.read('accounts.list'))
  take(
    await replaceKey(here.world.context, {
      id: account?.id ?? '',
      key,
      keyEndsOn: null,
      keyKept: 'until-quit',
      whenUnreached: 'say',
    }),
  )
}

describe('a list that is read', () => {
  it('brings what is not here yet, as created and found in the list', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.hold(DEFAULT_KEY, 'from.website@ig.do', 'shop')
    expect(await refresh()).toMatchObject({ added: 1, settled: 0 })
    expect(await here.listed()).toMatchObject([
      { email: 'from.website@ig.do', tag: 'shop', state: 'created', via: 'service', note: '' },
    ])
    expect((await listing()).at).toBeCloseTo(Date.now(), -4)
  })

  it('leaves what is ours as it is', async () => {
    await here.world.connect(here.likedo.origin)
    const { id } = take(await here.world.press({ wish: { note: 'Train tickets' } }))
    take(
      await here.world.context.store.write('addresses.label', {
        ids: [id],
        add: ['Travel'],
        remove: [],
      }),
    )
    const before = await here.listed()
    expect(await refresh()).toMatchObject({ added: 0, settled: 0, pages: 1 })
    expect(await here.listed()).toEqual(before)
  })

  it('settles what was not confirmed, and tells it', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'POST' })
    here.likedo.next({ kind: 'server-error', status: 500, act: false, body: 'empty' }, { method: 'GET' })
    const lost = take(await here.world.press({ deadlineMs: 200 }))
    expect(lost.state).toBe('unconfirmed')
    expect(await refresh()).toMatchObject({ added: 0, settled: 1 })
    expect(await here.listed()).toMatchObject([{ email: lost.email, state: 'created' }])
    expect(here.world.announced).toMatchObject([{ value: { email: lost.email, state: 'created' } }])
  })

  it('is left at the first page that brings nothing new', async () => {
    await here.world.connect(here.likedo.origin)
    holdMany(250)
    expect(await refresh()).toMatchObject({ added: 250, pages: 4, isWhole: true })
    here.likedo.hold(DEFAULT_KEY, 'newest@ig.do')
    here.likedo.forget()
    expect(await refresh()).toMatchObject({ added: 1, pages: 2, isWhole: false })
    expect(pages()).toHaveLength(2)
  })

  it('is left after five pages, and read to its end only when all of it is wanted', async () => {
    await here.world.connect(here.likedo.origin)
    holdMany(640)
    expect(await refresh()).toMatchObject({ added: 500, pages: 5, isWhole: false })
    expect((await listing()).wholeAt).toBeNull()
    expect(await refresh(true)).toMatchObject({ added: 140, pages: 8, isWhole: true })
    expect((await listing()).wholeAt).toBeCloseTo(Date.now(), -4)
    expect(await here.listed()).toHaveLength(500)
    expect((await listing()).cost).toBe(8)
  })

  it('ends at a page that repeats an earlier one, where a server pays no heed to pages', async () => {
    await here.world.connect(here.likedo.origin)
    const body = JSON.stringify({ success: true, data: [{ id: '1', email: 'same@ig.do' }] })
    here.likedo.next({ kind: 'answer', status: 200, act: false, body }, { method: 'GET', times: 'always' })
    expect(await refresh(true)).toMatchObject({ added: 1, pages: 2, isWhole: true })
  })

  it('is read once at a time, and whoever asks meanwhile gets what that reading brings', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.hold(DEFAULT_KEY, 'from.website@ig.do')
    const [first, second] = await Promise.all([refresh(), refresh()])
    expect(second).toEqual(first)
    expect(pages()).toHaveLength(2)
  })
})

describe('a server without a list', () => {
  it('is remembered as one, and is no failure', async () => {
    const { id } = await here.world.connect(here.likedo.origin)
    here.likedo.configure({ canList: false })
    expect(await refresh()).toEqual({ accountId: id, added: 0, settled: 0, pages: 1, isWhole: false })
    expect(await listing()).toMatchObject({ canList: false, problem: null })
    here.likedo.forget()
    await refreshAlone(0)
    expect(here.likedo.requests).toEqual([])
  })
})

describe('a reading that comes to no end', () => {
  it('keeps what it brought and says why, also after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-listing-'))
    const worker = await bundleStoreWorker()
    const first = await openWorld(worker, folder)
    await first.connect(here.likedo.origin)
    take(await refreshListings(first.context, { isWhole: false }))
    const { at } = await listing(first)
    holdMany(150)
    here.likedo.next(
      { kind: 'garbage', act: false },
      { method: 'GET', after: here.likedo.requests.length + 1 },
    )
    expect((await refreshListings(first.context, { isWhole: false })).ok).toBe(false)
    await first.close()

    const second = await openWorld(worker, folder)
    expect(await listing(second)).toMatchObject({ at, isReading: false })
    expect((await listing(second)).problem).not.toBeNull()
    expect((await listing(second)).cost).toBe(2)
    await second.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('notes a key that is refused, and does not ask with it again by itself', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.revokeKey(DEFAULT_KEY)
    await refreshAlone()
    expect(await listing()).toMatchObject({ problem: { kind: 'unauthorized' }, at: null })
    here.likedo.forget()
    await refreshAlone(0)
    expect(here.likedo.requests).toEqual([])
  })
})

describe('a reading that nobody asked for', () => {
  it('waits until the list is older than it may be', async () => {
    await here.world.connect(here.likedo.origin)
    await refreshAlone()
    await refreshAlone()
    expect(pages()).toHaveLength(1)
    await refreshAlone(0)
    expect(pages()).toHaveLength(2)
  })

  it('never takes one of the last 20 requests of the hour; one that was asked for does', async () => {
    here.likedo.configure({
      limits: {
        windows: [{ requests: 30, ms: HOUR_MS }],
        kind: 'sliding',
        retryAfter: 'none',
        remaining: true,
        reset: 'none',
      },
    })
    await here.world.connect(here.likedo.origin)
    for (let n = 0; n < 7; n += 1) await refreshAlone(0)
    holdMany(350)
    await refreshAlone(0)
    // One of the ten was the check of the key.
    expect(here.likedo.requests).toHaveLength(10)
    expect(await listing()).toMatchObject({
      problem: { kind: 'rate-limited', by: 'mailroom' },
      requestsLeft: 20,
    })
    await refreshAlone(0)
    expect(here.likedo.requests).toHaveLength(10)
    expect((await refresh(true)).isWhole).toBe(true)
    expect(here.likedo.requests.length).toBeGreaterThan(10)
    expect(await listing()).toMatchObject({ problem: null })
  })

  it('even if it was asked for stays within the hour', async () => {
    here.likedo.configure({
      limits: {
        windows: [{ requests: 4, ms: HOUR_MS }],
        kind: 'sliding',
        retryAfter: 'none',
        remaining: true,
        reset: 'none',
      },
    })
    await here.world.connect(here.likedo.origin)
    holdMany(600)
    expect(await refreshListings(here.world.context, { isWhole: true })).toMatchObject({
      ok: false,
      error: { kind: 'rate-limited', by: 'mailroom' },
    })
    expect(here.likedo.requests).toHaveLength(4)
    expect(here.likedo.requests.every(({ answered }) => answered?.status === 200)).toBe(true)
  })
})

describe('the first list of a key that took another one’s place', () => {
  it('is taken over where it shows an address that is known here', async () => {
    await here.world.connect(here.likedo.origin)
    take(await here.world.press())
    here.likedo.addKey('caller', 'sk_test_renewed')
    await takeKey('sk_test_renewed')
    here.likedo.hold(DEFAULT_KEY, 'from.website@ig.do')
    expect(await refresh()).toMatchObject({ added: 1 })
    expect(await listing()).toMatchObject({ doubt: null })
  })

  it('is in doubt where it shows none: nothing is taken over until its user decides', async () => {
    await here.world.connect(here.likedo.origin)
    for (let n = 0; n < 3; n += 1) take(await here.world.press())
    here.likedo.addUser({ name: 'else', keys: [OTHERS_KEY], addresses: ['others@ig.do', 'others.too@ig.do'] })
    await takeKey(OTHERS_KEY)
    expect(await refresh()).toMatchObject({ added: 0 })
    expect(await here.listed()).toHaveLength(3)
    expect(await listing()).toMatchObject({ doubt: { listed: 2, known: 3 }, at: null })
    here.likedo.forget()
    await refreshAlone(0)
    expect(here.likedo.requests).toEqual([])
  })

  it('is in doubt also where it shows what was made with the new key: that tells nothing about the old one', async () => {
    await here.world.connect(here.likedo.origin)
    for (let n = 0; n < 3; n += 1) take(await here.world.press())
    here.likedo.addUser({ name: 'else', keys: [OTHERS_KEY], addresses: ['others@ig.do'] })
    await takeKey(OTHERS_KEY)
    take(await here.world.press())
    expect(await refresh()).toMatchObject({ added: 0 })
    expect(await listing()).toMatchObject({ doubt: { listed: 2, known: 3 } })
    expect((await here.listed()).map(({ email }) => email)).not.toContain('others@ig.do')
  })

  it('is taken over when its user says that it is the same user’s', async () => {
    await here.world.connect(here.likedo.origin)
    take(await here.world.press())
    here.likedo.addUser({ name: 'else', keys: [OTHERS_KEY], addresses: ['others@ig.do'] })
    await takeKey(OTHERS_KEY)
    await refresh()
    const { accountId } = await listing()
    take(await decideListing(here.world.context, { accountId, isSameUser: true }))
    expect((await here.listed()).map(({ email }) => email)).toContain('others@ig.do')
    expect(await listing()).toMatchObject({ doubt: null, isOtherUser: false })
  })

  it('is left alone for as long as that key is used, when its user says that it is another’s', async () => {
    await here.world.connect(here.likedo.origin)
    take(await here.world.press())
    here.likedo.addUser({ name: 'else', keys: [OTHERS_KEY], addresses: ['others@ig.do'] })
    await takeKey(OTHERS_KEY)
    await refresh()
    const { accountId } = await listing()
    take(await decideListing(here.world.context, { accountId, isSameUser: false }))
    expect(await listing()).toMatchObject({ doubt: null, isOtherUser: true })
    here.likedo.forget()
    await refreshAlone(0)
    expect(here.likedo.requests).toEqual([])
    expect(await here.listed()).toHaveLength(1)

    await takeKey(DEFAULT_KEY)
    expect(await listing()).toMatchObject({ isOtherUser: false })
    await refreshAlone()
    expect(await listing()).toMatchObject({ doubt: null, problem: null })
    expect((await listing()).at).not.toBeNull()
  })
})

describe('an end of Mailroom while a list is read', () => {
  it('does not wait for it, and keeps nothing of what comes later', async () => {
    const world = await openWorld(await bundleStoreWorker())
    await world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'GET' })
    const reading = refreshListings(world.context, { isWhole: true })
    await vi.waitFor(async () => expect((await listing(world)).isReading).toBe(true), LATE_MS)
    await here.likedo.when('received', { after: 1 })
    await world.close()
    here.likedo.release()
    expect(await reading).toEqual({ ok: false, error: { kind: 'interrupted' } })
    expect(world.faults).toEqual([])
  })
})
