import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import { watchCredit } from '../../../../src/main/actions/jobs/watchCredit'
import type { WritingId } from '../../../../src/shared/litemail/writing'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

const here = litemailPerTest()
const MINUTE = 60_000

/** A write whose answer led to a page to pay at. */
async function paidFor(amount = 50) {
  const operation: WritingId = 'wallet.addBalance'
  const [known] = await here.accounts()
  const { id: accountId, keyGeneration } = known ?? (await here.connected())
  const { store, clock } = here.world.context
  const [id, rowId, at] = [randomUUID(), randomUUID(), clock.now()]
  take(
    await store.write('jobs.plan', {
      ...{ id, requestId: randomUUID(), accountId, operation, keyGeneration },
      ...{ askedSince: null, plannedAt: at },
      rows: [{ id: rowId, request: 0, workspaceId: '', inputs: { amount }, target: null, before: null }],
    }),
  )
  take(await store.write('jobs.begin', { id, at }))
  take(await store.write('jobs.startSending', { jobId: id, request: 0, at, keyGeneration }))
  take(
    await store.write('jobs.settle', [{ id: rowId, settlement: { state: 'done', at, evidence: 'answer' } }]),
  )
  return { id, row: async () => take(await store.read('jobs.row', rowId)) }
}

const walletOf = (told: number | object | undefined) => (typeof told === 'object' ? told : { balance: told })

/** The wallet holds so much at each reading, and the last for ever; no time passes while it is waited, once all pages are open. */
function readingsOf(pages: number, ...balances: readonly (number | object)[]) {
  let read = 0
  here.litemail.faults(({ method, path }) => {
    if (method !== 'GET' || !path.endsWith('/wallet/balance')) return undefined
    const balance = balances[Math.min(read, balances.length - 1)]
    read += 1
    const headers = { 'content-type': 'application/json' }
    return {
      kind: 'answer',
      act: false,
      status: 200,
      headers,
      body: JSON.stringify({ data: walletOf(balance) }),
    }
  })
  const { context } = here.world
  let waited = 0
  let isOpen = (): void => undefined
  const allOpen = new Promise<void>((resolve) => {
    isOpen = resolve
  })
  let sleeping = 0
  const hurried: Context = {
    ...context,
    clock: {
      ...context.clock,
      now: () => context.clock.now() + waited,
      async sleep(ms) {
        waited += ms
        sleeping += 1
        if (sleeping === pages) isOpen()
        await allOpen
      },
    },
  }
  return { hurried, count: () => read, waited: () => waited }
}

const readings = (...balances: readonly (number | object)[]) => readingsOf(1, ...balances)

describe('a page to pay at that was opened', () => {
  it('is credited once the balance has grown, which is read every half a minute and kept', async () => {
    const { id, row } = await paidFor()
    const { hurried, count, waited } = readings(10, 10, 60)
    await watchCredit(hurried, id, () => false)
    expect(await row()).toMatchObject({ state: 'done', confirmedAt: expect.any(Number) })
    expect([count(), waited()]).toEqual([3, MINUTE])
    const { context } = here.world
    expect(take(await context.store.read('billing.get', context.clock.now()))).toMatchObject([
      { wallet: { balance: 60 } },
    ])
  })

  it('is not credited by what was there before, nor by what went, and is read for ten minutes only', async () => {
    const { id, row } = await paidFor()
    const { hurried, count, waited } = readings(60, 10)
    await watchCredit(hurried, id, () => false)
    expect(await row()).toMatchObject({ confirmedAt: null })
    expect([count(), waited()]).toEqual([21, 10 * MINUTE])
  })

  it('is followed once, however often it is opened', async () => {
    const { id } = await paidFor()
    const { hurried, count } = readings(10, 60)
    await watchCredit(hurried, id, () => false)
    await watchCredit(hurried, id, () => false)
    expect(count()).toBe(2)
    expect(count()).toBe(2)
  })

  it('is one of two: a payment credits one page, and none where it may have been either', async () => {
    const [one, other, third] = [await paidFor(50), await paidFor(20), await paidFor(20)]
    const { hurried } = readingsOf(3, 10, 10, 10, 60)
    await Promise.all([one, other, third].map(({ id }) => watchCredit(hurried, id, () => false)))
    expect((await one.row())?.confirmedAt).not.toBeNull()
    expect([await other.row(), await third.row()]).toMatchObject([
      { confirmedAt: null },
      { confirmedAt: null },
    ])
  })

  it('is not credited by what may be paid at either of two', async () => {
    const [one, other] = [await paidFor(), await paidFor()]
    const { hurried } = readingsOf(2, 10, 10, 60)
    await Promise.all([one, other].map(({ id }) => watchCredit(hurried, id, () => false)))
    expect([await one.row(), await other.row()]).toMatchObject([{ confirmedAt: null }, { confirmedAt: null }])
  })

  it.each([
    ['another amount', { balance: 35 }],
    ['a recharge by itself', { balance: 60, autoRechargeEnabled: true, minimumRechargeAmount: 50 }],
  ])('is not credited by %s', async (_, then) => {
    const { id, row } = await paidFor()
    const { hurried } = readings(10, then)
    await watchCredit(hurried, id, () => false)
    expect(await row()).toMatchObject({ confirmedAt: null })
  })
})
