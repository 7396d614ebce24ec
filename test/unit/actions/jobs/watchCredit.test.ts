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
async function paidFor(operation: WritingId = 'wallet.addBalance') {
  const { id: accountId, keyGeneration } = await here.connected()
  const { store, clock } = here.world.context
  const [id, rowId, at] = [randomUUID(), randomUUID(), clock.now()]
  take(
    await store.write('jobs.plan', {
      ...{ id, requestId: randomUUID(), accountId, operation, keyGeneration },
      ...{ askedSince: null, plannedAt: at },
      rows: [{ id: rowId, request: 0, workspaceId: '', inputs: { amount: 50 }, target: null, before: null }],
    }),
  )
  take(await store.write('jobs.begin', { id, at }))
  take(await store.write('jobs.startSending', { jobId: id, request: 0, at, keyGeneration }))
  take(
    await store.write('jobs.settle', [{ id: rowId, settlement: { state: 'done', at, evidence: 'answer' } }]),
  )
  return { id, row: async () => take(await store.read('jobs.row', rowId)) }
}

/** The wallet holds so much at each reading, and the last for ever; no time passes while it is waited. */
function readings(...balances: readonly number[]) {
  let read = 0
  here.litemail.faults(({ method, path }) => {
    if (method !== 'GET' || !path.endsWith('/wallet/balance')) return undefined
    const balance = balances[Math.min(read, balances.length - 1)]
    read += 1
    const headers = { 'content-type': 'application/json' }
    return { kind: 'answer', act: false, status: 200, headers, body: JSON.stringify({ data: { balance } }) }
  })
  const { context } = here.world
  let waited = 0
  const hurried: Context = {
    ...context,
    clock: {
      ...context.clock,
      now: () => context.clock.now() + waited,
      async sleep(ms) {
        waited += ms
      },
    },
  }
  return { hurried, count: () => read, waited: () => waited }
}

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
})
