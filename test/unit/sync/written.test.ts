import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planOperation } from '../../../src/main/actions/jobs/planOperation'
import { runPlan } from '../../../src/main/actions/jobs/runPlan'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { createWrittenReading } from '../../../src/main/sync/readWritten'
import type { RowsWish } from '../../../src/shared/plan'
import { litemailPerTest } from '../../support/actions/litemailPerTest'
import { take } from '../../support/actions/world'
import { LITEMAIL_KEY } from '../../support/litemail/server'

const holds = { workspaces: ['Acme', 'Globex'], domains: 2, mailboxes: 6, tags: 2, subscriptions: 2 }
const here = litemailPerTest({ users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds }] })

/** An account whose lists were read, and what is asked of it from then on. */
async function read() {
  const { context } = here.world
  const { id } = await here.connected()
  take(await refreshFleet(context, { accountId: id }))
  await context.fleetRuns.byAccount.get(id)?.ended
  const before = here.litemail.requests.length
  const readWritten = createWrittenReading(context)
  const read: Promise<void>[] = []
  context.jobs.onEnd = (job) => void read.push(readWritten(job))
  const write = async (operation: string, rows: RowsWish['rows']) => {
    const of = { accountId: id, rows }
    const plan = take(await planOperation(context, { requestId: randomUUID(), operation, of }))
    await context.store.write('operations.unlock', { accountId: id, operation, at: context.clock.now() })
    const job = take(await runPlan(context, plan.id))
    await context.jobs.running.get(job.id)?.ended
    await Promise.all(read)
    await context.fleetRuns.byAccount.get(id)?.ended
    return job
  }
  const asked = () =>
    here.litemail.requests
      .slice(before)
      .map(({ method, path, headers }) => [method, path, headers['x-workspace-key']].join(' ').trim())
  return { id, write, asked, context }
}

describe('what a job may have changed', () => {
  it('is read again once it has ended, in the workspace that it was about, and nothing else is', async () => {
    const { write, asked } = await read()
    const [first, second] = here.litemail.holdings().workspaces
    const domain = here.litemail.holdings().domains.find(({ workspaceId }) => workspaceId === second?.id)
    if (first === undefined || second === undefined || domain === undefined) throw new Error('no fleet')
    const inputs = { domainIds: [domain.id], email: 'all@acme.example' }
    await write('domains.enableCatchAll', [{ workspaceId: second.id, inputs }])
    expect(asked().filter((one) => one.startsWith('GET'))).toEqual([`GET /v1/domains ${second.id}`])
  })

  it('is one list where the service tells no workspaces apart', async () => {
    const { id, write, asked, context } = await read()
    await write('tags.create', [{ workspaceId: '', inputs: { name: 'cold', color: '#1971c2' } }])
    expect(asked()).toEqual(['POST /v1/tags', 'GET /v1/tags'])
    expect(take(await context.store.read('tags.known', id)).rows).toContainEqual(
      expect.objectContaining({ name: 'cold', color: '#1971c2' }),
    )
  })

  it('is the wallet where the wallet is set', async () => {
    const { id, write, asked, context } = await read()
    const inputs = { enable: true, threshold: 15, minimumRechargeAmount: 40 }
    await write('wallet.autoRecharge', [{ workspaceId: '', inputs }])
    expect(asked()).toEqual(['POST /v1/wallet/auto-recharge', 'GET /v1/wallet/balance'])
    const [billing] = take(await context.store.read('billing.get', context.clock.now()))
    expect(billing).toMatchObject({ accountId: id, wallet: { rechargeBelow: 15, rechargeBy: 40 } })
  })

  it('is nothing where nothing was done', async () => {
    const { write, asked } = await read()
    here.litemail.faults(({ method }) =>
      method === 'POST' ? { kind: 'answer', act: false, status: 422, headers: {}, body: '{}' } : undefined,
    )
    await write('tags.create', [{ workspaceId: '', inputs: { name: 'cold', color: '#1971c2' } }])
    expect(asked()).toEqual(['POST /v1/tags'])
  })
})
