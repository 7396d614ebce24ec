import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planOperation } from '../../../../src/main/actions/jobs/planOperation'
import { runPlan } from '../../../../src/main/actions/jobs/runPlan'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { refreshFleet } from '../../../../src/main/sync/fleet'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { operationOf } from '../../../../src/shared/litemail/operations'
import type { PlanWish, RowsWish } from '../../../../src/shared/plan'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'

const here = litemailPerTest()
const writes = () => here.litemail.requests.filter(({ method }) => method !== 'GET')

/** A fleet that was read. */
async function read(): Promise<LitemailAccount> {
  const account = await here.connected()
  take(await refreshFleet(here.world.context, { accountId: account.id }))
  await here.world.context.fleetRuns.byAccount.get(account.id)?.ended
  return account
}

const mailboxes = (account: LitemailAccount) => {
  const [first] = here.litemail.holdings().mailboxes
  if (first === undefined) throw new Error('the golden service holds none')
  return { account, first }
}

const wishOf = (
  accountId: string,
  { operation = 'mailboxes.update', rows }: Partial<RowsWish> = {},
): PlanWish => ({
  requestId: randomUUID(),
  operation,
  of: { accountId, rows: rows ?? [{ workspaceId: '', inputs: { id: 'm', firstName: 'Ada' } }] },
})

/** One row about a mailbox that is listed, in the workspace that it was read with. */
async function aboutFirst(account: LitemailAccount, inputs: Record<string, string>) {
  const { first } = mailboxes(account)
  const { store } = here.world.context
  const [target] = take(
    await store.read('targets.find', { accountId: account.id, noun: 'mailbox', serviceIds: [first.id] }),
  )
  if (target === undefined) throw new Error('not listed')
  return { target, rows: [{ workspaceId: target.workspaceId, inputs: { id: first.id, ...inputs } }] }
}

describe('a plan', () => {
  it('names its rows, what stands there now, and the request; and sends nothing', async () => {
    const account = await read()
    const { target, rows } = await aboutFirst(account, { firstName: 'Ada' })
    const plan = take(await planOperation(here.world.context, wishOf(account.id, { rows })))
    expect(plan).toMatchObject({
      ...{ count: 1, requests: 1, isFinal: false, isLocked: false, isFirstAlone: false, price: null },
      confirmation: { by: 'button' },
      request: { method: 'PUT', missing: [] },
      rows: [
        { target: { noun: 'mailbox', name: target.name }, before: { firstName: target.values.firstName } },
      ],
    })
    expect(plan.request.url).toContain(target.serviceId)
    expect(writes()).toEqual([])
  })

  it('is refused with the row and the input that cannot be sent', async () => {
    const account = await read()
    const rows = [
      { workspaceId: '', inputs: { firstName: 'Ada' } },
      { workspaceId: '', inputs: { id: 'm', surname: 'x' } },
    ]
    expect(await planOperation(here.world.context, wishOf(account.id, { rows }))).toEqual({
      ok: false,
      error: {
        kind: 'invalid-input',
        issues: expect.arrayContaining(['rows.0.inputs.id: missing', 'rows.1.inputs: unknown']),
      },
    })
  })

  it('never sends a row with another workspace than it was read with', async () => {
    const account = await read()
    const { rows } = await aboutFirst(account, { firstName: 'Ada' })
    const elsewhere = rows.map((row) => ({ ...row, workspaceId: 'another' }))
    expect(await planOperation(here.world.context, wishOf(account.id, { rows: elsewhere }))).toMatchObject({
      error: { issues: ['rows.0.workspaceId: other'] },
    })
  })

  it('keeps secrets in memory alone, and describes the request without them', async () => {
    const account = await read()
    const secret = 'canary-secret-of-a-platform'
    const inputs = { app: 'INSTANTLY', email: 'a@x.example', password: secret }
    const wish = wishOf(account.id, { operation: 'exports.addAccount', rows: [{ workspaceId: '', inputs }] })
    const plan = take(await planOperation(here.world.context, wish))
    expect(JSON.stringify(plan)).not.toContain(secret)
    const { store, jobs } = here.world.context
    const rows = take(await store.read('jobs.rows', { jobId: plan.id, offset: 0, limit: 9 }))
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(jobs.secrets.get(plan.id)).toEqual({ password: secret })
  })
})

describe('running a plan', () => {
  it('sends what was shown, once, however often it is asked for', async () => {
    const account = await read()
    const { rows } = await aboutFirst(account, { firstName: 'Ada' })
    const { context } = here.world
    const { id } = take(await planOperation(context, wishOf(account.id, { rows })))
    const [one, other] = await Promise.all([runPlan(context, id), runPlan(context, id)])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    await context.jobs.running.get(id)?.ended
    expect(await runPlan(context, id)).toMatchObject({ error: { kind: 'plan', why: 'used' } })
    expect(writes()).toHaveLength(1)
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({ firstName: 'Ada' })
  })

  it('is refused where a row is not as it was shown', async () => {
    const account = await read()
    const { rows, target } = await aboutFirst(account, { firstName: 'Ada' })
    const { context } = here.world
    const { id } = take(await planOperation(context, wishOf(account.id, { rows })))
    here.litemail.changeMailbox(target.serviceId, { firstName: 'Somebody else' })
    take(await refreshFleet(context, { accountId: account.id }))
    await context.fleetRuns.byAccount.get(account.id)?.ended
    expect(await runPlan(context, id)).toMatchObject({ error: { kind: 'plan', why: 'rows-changed' } })
    expect(writes()).toEqual([])
  })

  it('is refused where a guess that spends or destroys is locked, until its user has read the page or pasted its sample', async () => {
    const account = await read()
    const { context } = here.world
    const rows = [{ workspaceId: '', inputs: { id: 't1' } }]
    const planned = async () =>
      take(await planOperation(context, wishOf(account.id, { operation: 'tags.delete', rows })))
    const locked = await planned()
    expect(locked).toMatchObject({ isLocked: true, isFinal: true, confirmation: { by: 'number', number: 1 } })
    expect(await runPlan(context, locked.id)).toMatchObject({ error: { kind: 'forbidden' } })
    const about = { accountId: account.id, operation: 'tags.delete' }
    take(await context.store.write('operations.unlock', { ...about, at: context.clock.now() }))
    expect(await planned()).toMatchObject({ isLocked: false })
    // Another path is another guess.
    const map = { ...tableMap(operationOf('tags.delete')), path: '/labels/{id}' }
    const changes = [{ operation: 'tags.delete', map }]
    const at = context.clock.now()
    take(await context.store.write('apiMaps.take', { accountId: account.id, changes, source: 'hand', at }))
    expect(await planned()).toMatchObject({ isLocked: true })
    take(await context.store.write('apiMaps.take', { accountId: account.id, changes, source: 'curl', at }))
    expect(await planned()).toMatchObject({ isLocked: false })
    expect(writes()).toEqual([])
  })
})
