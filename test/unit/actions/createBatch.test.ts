import { describe, expect, it } from 'vitest'
import { readBatch, startBatch, stopBatch } from '../../../src/main/actions/createBatch'
import type { Batch } from '../../../src/shared/batch'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../support/likedo/server'
import { drawn, ended as endedIn, statesOf, typed, wishOf } from './batches'

const here = worldPerTest()

const ended = (id: string): Promise<Batch> => endedIn(id, here.world)

describe('several at once', () => {
  it('are made one by one and copied together, one a line in their order', async () => {
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(drawn(50), { via: 'quick-create' })
    take(await startBatch(here.world.context, wish))
    const batch = await ended(wish.requestId)
    expect(new Set(statesOf(batch))).toEqual(new Set(['created']))
    expect(batch.isCopied).toBe(true)
    expect(here.world.copied).toEqual([batch.items.map(({ email }) => email).join('\n')])
    expect(here.held()).toHaveLength(50)
    expect(here.posts()).toHaveLength(50)
  })

  it('are written down before the first is sent, all of them', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const wish = wishOf(typed(20))
    take(await startBatch(here.world.context, wish))
    await here.likedo.when('received', { method: 'POST' })
    const batch = take(await readBatch(here.world.context, wish.requestId))
    expect(batch.items.map(({ email }) => email)).toEqual(
      typed(20).map(({ localPart }) => `${localPart}@ig.do`),
    )
    expect(statesOf(batch)).toEqual(['sending', ...Array.from({ length: 19 }, () => 'waiting')])
    here.likedo.release()
    await ended(wish.requestId)
  })

  it('tell row by row how it went: a taken name, a domain beyond the plan, a lost answer', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.hold('stranger', 'shop.number-4@ig.do')
    here.likedo.next(
      { kind: 'drop', when: 'after', how: 'reset' },
      { method: 'POST', email: 'shop.number-9@ig.do' },
    )
    const items = typed(20).map((item, place) => (place === 7 ? { ...item, domain: 'kfc.sh' } : item))
    const wish = wishOf(items)
    take(await startBatch(here.world.context, wish))
    const batch = await ended(wish.requestId)
    const expected = items.map((_, place) => (place === 4 || place === 7 ? 'not-created' : 'created'))
    expect(statesOf(batch)).toEqual(expected)
    expect(batch.items[4]?.problem).toEqual({ kind: 'conflict', email: 'shop.number-4@ig.do' })
    expect(batch.items[7]?.problem).toMatchObject({ kind: 'not-in-plan', domain: 'kfc.sh' })
    // The lost one was found in the list: nothing was sent twice.
    expect(here.posts()).toHaveLength(20)
    expect(new Set(here.held())).toEqual(
      new Set(batch.items.filter(({ state }) => state === 'created').map(({ email }) => email)),
    )
    expect(here.world.copied[0]?.split('\n')).toHaveLength(18)
  })

  it('draw a taken name anew, as a single press does', async () => {
    await here.world.connect(here.likedo.origin)
    const conflict = JSON.stringify({
      success: false,
      error: 'An email address with this address already exists',
    })
    here.likedo.next(
      { kind: 'answer', status: 409, act: false, body: conflict },
      { method: 'POST', times: 2 },
    )
    const wish = wishOf(drawn(3))
    take(await startBatch(here.world.context, wish))
    expect(statesOf(await ended(wish.requestId))).toEqual(['created', 'created', 'created'])
    expect(here.posts()).toHaveLength(5)
  })

  it('of one press are one batch, however often it arrives', async () => {
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(drawn(5))
    const [first, second] = await Promise.all([
      startBatch(here.world.context, wish),
      startBatch(here.world.context, wish),
    ])
    expect(take(second).items.map(({ id }) => id)).toEqual(take(first).items.map(({ id }) => id))
    await ended(wish.requestId)
    take(await startBatch(here.world.context, wish))
    expect(here.held()).toHaveLength(5)
    expect(here.posts()).toHaveLength(5)
  })

  it('without an account write nothing down', async () => {
    const wish = wishOf(drawn(2))
    expect(await startBatch(here.world.context, wish)).toEqual({ ok: false, error: { kind: 'no-account' } })
    expect(await readBatch(here.world.context, wish.requestId)).toEqual({
      ok: false,
      error: { kind: 'not-found', what: 'batch' },
    })
  })
})

describe('what refuses them all', () => {
  it('ends the batch: the rest is not sent and says why', async () => {
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(typed(10))
    here.likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST', email: 'shop.number-2@ig.do' })
    take(await startBatch(here.world.context, wish))
    await here.likedo.when('acted', { email: 'shop.number-2@ig.do' })
    here.likedo.revokeKey(DEFAULT_KEY)
    here.likedo.release()
    const batch = await ended(wish.requestId)
    expect(statesOf(batch)).toEqual([
      ...['created', 'created', 'created', 'not-created'],
      ...Array.from({ length: 6 }, () => 'waiting'),
    ])
    expect(batch.items.slice(3).map(({ problem }) => problem?.kind)).toEqual(
      Array.from({ length: 7 }, () => 'unauthorized'),
    )
    expect(here.posts()).toHaveLength(4)
    // They wait for their user, and do not look as if they were under way.
    expect(here.world.context.inLine.size).toBe(0)
  })

  it('ends it before the hour is over budget, and sends what fits', async () => {
    here.likedo.configure({
      limits: {
        windows: [{ requests: 6, ms: 3_600_000 }],
        kind: 'sliding',
        retryAfter: 'none',
        remaining: true,
        reset: 'none',
      },
    })
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(typed(10))
    take(await startBatch(here.world.context, wish))
    const batch = await ended(wish.requestId)
    // One request of the six was the check of the key.
    expect(statesOf(batch).filter((state) => state === 'created')).toHaveLength(5)
    expect(statesOf(batch).filter((state) => state === 'waiting')).toHaveLength(5)
    expect(batch.items.at(-1)?.problem).toMatchObject({ kind: 'rate-limited', by: 'mailroom' })
    expect(here.posts()).toHaveLength(5)
    expect(here.world.copied[0]?.split('\n')).toHaveLength(5)
  })

  it('is a service that leaves three in a row without an answer', async () => {
    here.likedo.configure({ canList: false })
    await here.world.connect(here.likedo.origin)
    for (const place of [1, 2, 3]) {
      const email = `shop.number-${place}@ig.do`
      here.likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'POST', email })
    }
    const wish = wishOf(typed(6))
    take(await startBatch(here.world.context, wish))
    const batch = await ended(wish.requestId)
    expect(statesOf(batch)).toEqual([
      'created',
      ...['unconfirmed', 'unconfirmed', 'unconfirmed'],
      ...['waiting', 'waiting'],
    ])
    expect(batch.items.at(-1)?.problem?.kind).toBe('timeout')
  })
})

describe('a press in between', () => {
  it('has its turn before the rest of the batch, and all ten places of the line', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const wish = wishOf(typed(5))
    take(await startBatch(here.world.context, wish))
    await here.likedo.when('received', { method: 'POST' })
    const presses = Array.from({ length: 10 }, () => here.world.press({ deadlineMs: 10_000 }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    here.likedo.release()
    const endings = await Promise.all(presses)
    expect(endings.filter(({ ok }) => ok)).toHaveLength(10)
    await ended(wish.requestId)
    expect(here.held()).toHaveLength(15)
    const order = here.posts().map(({ email }) => email?.startsWith('shop.number-') === true)
    expect(order).toEqual([true, ...Array.from({ length: 10 }, () => false), true, true, true, true])
  })
})

describe('the clipboard', () => {
  it('is left alone where somebody used it since', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST' })
    const wish = wishOf(drawn(2))
    take(await startBatch(here.world.context, wish))
    await here.likedo.when('received', { method: 'POST' })
    here.world.copied.push('a telephone number')
    here.likedo.release()
    expect(await ended(wish.requestId)).toMatchObject({ isCopied: false, notCopied: 'late' })
    expect(here.world.copied).toEqual(['a telephone number'])
  })

  it('is not touched where nothing was asked to be copied', async () => {
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(drawn(2), { isCopyWanted: false })
    take(await startBatch(here.world.context, wish))
    expect((await ended(wish.requestId)).isCopied).toBe(false)
    expect(here.world.copied).toEqual([])
  })
})

describe('a batch that is stopped', () => {
  it('brings the one under way to its end and sends nothing more', async () => {
    await here.world.connect(here.likedo.origin)
    here.likedo.next({ kind: 'hold', at: 'received' }, { method: 'POST', email: 'shop.number-2@ig.do' })
    const wish = wishOf(typed(6))
    take(await startBatch(here.world.context, wish))
    await here.likedo.when('received', { email: 'shop.number-2@ig.do' })
    take(await stopBatch(here.world.context, wish.requestId))
    here.likedo.release()
    const batch = await ended(wish.requestId)
    expect(statesOf(batch)).toEqual([
      ...['created', 'created', 'created'],
      ...['not-created', 'not-created', 'not-created'],
    ])
    expect(batch.items.at(-1)?.problem).toEqual({ kind: 'given-up' })
    expect(here.posts()).toHaveLength(3)
  })
})

describe('progress', () => {
  it('is told a few times a second, not once a row', async () => {
    await here.world.connect(here.likedo.origin)
    const wish = wishOf(drawn(40))
    const startedAt = performance.now()
    take(await startBatch(here.world.context, wish))
    await ended(wish.requestId)
    const told = here.world.changed.filter((topic) => topic === 'batches').length
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 250)
  })
})
