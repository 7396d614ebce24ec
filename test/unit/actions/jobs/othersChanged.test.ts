import { describe, expect, it } from 'vitest'
import { recoverJournal } from '../../../../src/main/actions/recoverJournal'
import { tableMap } from '../../../../src/main/rules/apiMap'
import { operationOf } from '../../../../src/shared/litemail/operations'
import { take } from '../../../support/actions/take'
import { saying, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 20, mailboxes: 20 })

const removals = {
  'domains.removeForwarding': 'forwardTo',
  'domains.removeEmailForwarding': 'forwardingEmail',
  'domains.removeCatchAll': 'catchAllEmail',
} as const
type Removal = keyof typeof removals

const presentOf = (operation: Removal) =>
  operation === 'domains.removeForwarding' ? 'https://acme.test' : 'all@acme.test'

/** Every domain has what is removed; the operation was unlocked. */
async function readyFor(operation: Removal, { hasWorked = true } = {}) {
  const { domains } = here.litemail.holdings()
  for (const { id } of domains)
    here.litemail.changeDomain(id, { [removals[operation]]: presentOf(operation) })
  const window = await here.ready()
  await window.unlock(operation)
  if (hasWorked) await window.workedOnce(operation)
  const rows = domains.map(({ id, workspaceId }) => ({ workspaceId, inputs: { domainIds: [id] } }))
  return { ...window, rows, domains }
}

/** The service removes it of these, and says so. */
const removing = (operation: Removal, named: (body: string) => readonly string[]) =>
  here.litemail.faults(({ method, body }) => {
    if (method !== 'DELETE') return undefined
    for (const id of named(body ?? '')) here.litemail.changeDomain(id, { [removals[operation]]: null })
    return saying(200, { status: 200, message: 'Removed', data: null })
  })

describe('a removal whose ids travel in the body of a DELETE', () => {
  it.each(Object.keys(removals) as Removal[])(
    '%s is sent once to a service that ignores such bodies and acts on everything, which is said at once',
    async (operation) => {
      const { rows, domains, run, ...window } = await readyFor(operation)
      removing(operation, () => domains.map(({ id }) => id))
      const { id } = await run(operation, rows.slice(0, 2))
      expect(here.writes()).toHaveLength(1)
      const { rest } = await window.jobOf(id)
      expect(rest).toMatchObject({ why: 'problem', problem: { kind: 'others-changed', operation } })
      expect(domains.slice(2).map(({ domain }) => domain)).toContain(
        rest?.problem?.kind === 'others-changed' ? rest.problem.name : null,
      )
      // A new plan is locked until its user has read the page once more.
      const [again] = rows.slice(5)
      const { isLocked } = take(await window.plan(operation, again === undefined ? [] : [again]))
      expect(isLocked).toBe(true)
      // Nothing more of it is sent, whatever is pressed.
      expect(await window.calling.call('jobs.continue', { id })).toMatchObject({
        error: { kind: 'others-changed' },
      })
      expect(here.writes()).toHaveLength(1)
    },
  )

  it('whose first row goes alone says it behind that row', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, run, ...window } = await readyFor(operation, { hasWorked: false })
    removing(operation, () => domains.map(({ id }) => id))
    const { id } = await run(operation, rows.slice(0, 2))
    expect(here.writes().map(({ body }) => JSON.parse(body ?? '').domainIds)).toEqual([[domains[0]?.id]])
    expect((await window.jobOf(id)).rest).toMatchObject({ problem: { kind: 'others-changed' } })
    expect((await window.rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'planned'])
  })

  it('of all that there is has nobody else to look at', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, run, ...window } = await readyFor(operation)
    removing(operation, () => domains.map(({ id }) => id))
    const { id } = await run(operation, rows)
    expect(here.writes()).toHaveLength(1)
    expect((await window.rowsOf(id)).every(({ state }) => state === 'done')).toBe(true)
    expect((await window.jobOf(id)).rest).toBeNull()
  })

  it('goes on where only what it named has changed', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, run, ...window } = await readyFor(operation)
    removing(operation, (body) => JSON.parse(body).domainIds)
    const { id } = await run(operation, rows.slice(0, 2))
    expect((await window.rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done'])
    expect((await window.jobOf(id)).rest).toBeNull()
  })

  it('is not sent where no other row can be looked at before it', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, run, ...window } = await readyFor(operation)
    here.litemail.configure({ paths: { 'domains.get': '404', 'domains.list': '404' } })
    const { id } = await run(operation, rows.slice(0, 2))
    expect(here.writes()).toEqual([])
    expect((await window.jobOf(id)).rest).toMatchObject({ why: 'problem' })
  })

  it('is sent by one job after another: what the first one took keeps the second from being sent', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, ...window } = await readyFor(operation)
    removing(operation, () => domains.map(({ id }) => id))
    const plans = [
      take(await window.plan(operation, rows.slice(0, 1))),
      take(await window.plan(operation, rows.slice(1, 2))),
    ]
    for (const { id } of plans) take(await window.calling.call('operations.run', { planId: id }))
    await Promise.all(plans.map(({ id }) => window.ended(id)))
    expect(here.writes()).toHaveLength(1)
    const rests = await Promise.all(plans.map(async ({ id }) => (await window.jobOf(id)).rest?.problem?.kind))
    expect(rests).toEqual(['others-changed', 'forbidden'])
  })

  it('is locked also where its request is known from the documentation', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, run, ...window } = await readyFor(operation)
    const map = { ...tableMap(operationOf(operation)) }
    const about = { accountId: window.accountId, operation }
    take(await window.calling.call('apiPaths.take', { ...about, source: 'curl', map }))
    removing(operation, () => domains.map(({ id }) => id))
    await run(operation, rows.slice(0, 1))
    expect(here.writes()).toHaveLength(1)
    expect(take(await window.plan(operation, rows.slice(1, 2)))).toMatchObject({ isLocked: true })
  })

  it('is looked behind also where what came of it cannot be remembered', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, accountId, context } = await readyFor(operation)
    removing(operation, () => domains.map(({ id }) => id))
    const answers: typeof context.jobs.answers = new Map()
    answers.set = () => {
      throw new Error('cannot be held')
    }
    const faults: unknown[] = []
    const jobs = { ...context.jobs, answers, onFault: (cause: unknown) => faults.push(cause) }
    const window = here.open({ ...context, jobs }, accountId)
    await window.run(operation, rows.slice(0, 1))
    expect(faults).toHaveLength(1)
    const about = { accountId, operation }
    expect(take(await context.store.read('operations.isUnlocked', about))).toBe(false)
  })

  it('that was under way when Mailroom ended says so, and is looked behind before more of it leaves', async () => {
    const operation = 'domains.removeForwarding'
    const { rows, domains, context, ...window } = await readyFor(operation)
    removing(operation, () => domains.map(({ id }) => id))
    here.litemail.next({ kind: 'hold', at: 'received' }, { method: 'DELETE' })
    const { id } = take(await window.plan(operation, rows.slice(0, 2)))
    const received = here.litemail.when('received', { method: 'DELETE' })
    take(await window.calling.call('operations.run', { planId: id }))
    await received
    // As the next start finds it.
    take(await recoverJournal(context))
    expect((await window.jobOf(id)).rest).toMatchObject({
      ...{ why: 'restart', problem: { kind: 'others-unknown', operation } },
    })
    for (const domain of domains) here.litemail.changeDomain(domain.id, { forwardTo: null })
    const earlier = window.ended(id)
    context.jobs.running.clear()
    context.jobs.removals.clear()
    const [next] = rows.slice(5)
    const other = await window.run(operation, next === undefined ? [] : [next])
    expect(here.writes()).toHaveLength(1)
    expect((await window.jobOf(id)).rest).toMatchObject({ problem: { kind: 'others-changed' } })
    expect((await window.jobOf(other.id)).rest).toMatchObject({ problem: { kind: 'others-changed' } })
    here.litemail.release()
    await earlier
  })
})
