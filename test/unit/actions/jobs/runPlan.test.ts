import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { Output } from '../../../../src/shared/contract'
import type { AppError } from '../../../../src/shared/errors'
import { PLAN_LASTS_MS } from '../../../../src/shared/job'
import { operationOf } from '../../../../src/shared/litemail/operations'
import { type Calling, openCalling } from '../../../support/actions/calling'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { withoutPace } from '../../../support/actions/withoutPace'
import { take } from '../../../support/actions/world'
import { LITEMAIL_KEY, LITEMAIL_USER } from '../../../support/litemail/server'

const here = litemailPerTest()
const writes = () => here.litemail.requests.filter(({ method }) => method !== 'GET')

let calling: Calling
let accountId: string
/** How far the clock is from the machine's, in milliseconds. */
let ahead = 0

beforeEach(async () => {
  ahead = 0
  const { context } = here.world
  const clock = { ...context.clock, now: () => context.clock.now() + ahead }
  calling = openCalling({ ...withoutPace(context), clock })
  accountId = (await here.connected()).id
  await readFleet()
})
afterEach(() => expect(calling.faults).toEqual([]))

async function readFleet(): Promise<void> {
  take(await calling.call('fleet.refresh', { accountId }))
  await here.world.context.fleetRuns.byAccount.get(accountId)?.ended
}

const firstMailbox = () => {
  const [first] = here.litemail.holdings().mailboxes
  if (first === undefined) throw new Error('the golden service holds none')
  return first
}

/** A plan to call the first mailbox's owner otherwise. */
async function planned(firstName = 'Ada'): Promise<Output<'operations.plan'>> {
  const { id, workspaceId } = firstMailbox()
  const of = { accountId, rows: [{ workspaceId, inputs: { id, firstName } }] }
  const wish = { requestId: randomUUID(), operation: 'mailboxes.update', of }
  return take(await calling.call('operations.plan', wish))
}

const run = (planId: string) => calling.call('operations.run', { planId })

/** Once all that runs has come to its end. */
async function sent(): Promise<number> {
  await Promise.all([...here.world.context.jobs.running.values()].map(({ ended }) => ended))
  return writes().length
}

const connectAgain = () =>
  calling.call('litemail.connect', {
    ...{ server: here.litemail.server, key: LITEMAIL_KEY, authentication: 'api-key' },
    ...{ keyKept: 'keychain', whenUnreached: 'say' },
  })

const askElsewhere = async ({ store }: Context) => {
  const map = { ...tableMap(operationOf('mailboxes.update')), path: '/boxes/{id}' }
  const changes = [{ operation: 'mailboxes.update', map }]
  take(await store.write('apiMaps.take', { accountId, changes, source: 'hand', at: Date.now() }))
}

const plan = (why: 'used' | 'lapsed' | 'path-changed' | 'rows-changed') => ({ kind: 'plan', why }) as const

/** What happens between a plan and its run, and how the run is refused then. */
const changes: readonly (readonly [string, () => Promise<unknown>, Partial<AppError>])[] = [
  ['ten minutes have passed', async () => (ahead = PLAN_LASTS_MS + 1_000), plan('lapsed')],
  ['the clock was set back', async () => (ahead = -60_000), plan('lapsed')],
  [
    'another key took the place of the one that it was shown with',
    async () => {
      here.litemail.addKey(LITEMAIL_USER, 'lm_live_second')
      take(
        await calling.call('litemail.replaceKey', {
          ...{ id: accountId, key: 'lm_live_second', authentication: 'api-key' },
          ...{ keyKept: 'keychain', whenUnreached: 'say' },
        }),
      )
    },
    { kind: 'key-replaced' },
  ],
  [
    'its user has the operation asked elsewhere',
    () => askElsewhere(here.world.context),
    plan('path-changed'),
  ],
  [
    'what it changes has changed at the service, and was read',
    async () => {
      here.litemail.changeMailbox(firstMailbox().id, { firstName: 'Somebody' })
      await readFleet()
    },
    plan('rows-changed'),
  ],
  [
    'the row has moved to another workspace',
    async () => {
      const workspaceId = here.litemail.holdings().workspaces[1]?.id ?? ''
      here.litemail.changeMailbox(firstMailbox().id, { workspaceId })
      await readFleet()
    },
    plan('rows-changed'),
  ],
  [
    'its account was removed',
    async () => take(await calling.call('litemail.remove', { id: accountId })),
    { kind: 'not-found', what: 'account' },
  ],
  [
    'its account was removed and the same user was connected again: it is another account',
    async () => {
      take(await calling.call('litemail.remove', { id: accountId }))
      take(await connectAgain())
    },
    { kind: 'not-found', what: 'account' },
  ],
]

describe('a plan is not run', () => {
  it.each(changes)('where %s', async (_, change, error) => {
    const { id } = await planned()
    await change()
    expect(await run(id)).toMatchObject({ ok: false, error })
    expect(await sent()).toBe(0)
  })

  it('where nobody made it, or it was given up', async () => {
    const { id } = await planned()
    take(await calling.call('operations.dropPlan', { planId: id }))
    for (const planId of [id, randomUUID()]) {
      expect(await run(planId)).toEqual({ ok: false, error: { kind: 'not-found', what: 'plan' } })
    }
    expect(await sent()).toBe(0)
  })

  it('twice, however it came to its end', async () => {
    const { id } = await planned()
    take(await run(id))
    expect(await sent()).toBe(1)
    expect(await run(id)).toMatchObject({ error: plan('used') })
    const lost = await planned('Bea')
    here.litemail.next({ kind: 'drop', when: 'after', how: 'reset' }, { method: 'PUT' })
    take(await run(lost.id))
    expect(await sent()).toBe(2)
    expect(await run(lost.id)).toMatchObject({ error: plan('used') })
    expect(await sent()).toBe(2)
  })

  it('with anything but its id', async () => {
    const { id } = await planned()
    for (const more of [
      { accountId },
      { rows: [] },
      { operation: 'mailboxes.remove' },
      { isConfirmed: true },
    ]) {
      expect(await calling.call('operations.run', { planId: id, ...more })).toMatchObject({
        error: { kind: 'invalid-input' },
      })
    }
    expect(await sent()).toBe(0)
  })
})

describe('what is tried again', () => {
  const refuse = () =>
    here.litemail.next({ kind: 'answer', act: false, status: 422, body: '{}' }, { method: 'PUT' })
  const retry = (id: string) => calling.call('jobs.retry', { id, requestId: randomUUID() })

  it('is tried by one job, however often that is asked for', async () => {
    const { id } = await planned()
    refuse()
    take(await run(id))
    await sent()
    take(await run(take(await retry(id)).id))
    expect(await sent()).toBe(2)
    expect(await retry(id)).toEqual({ ok: false, error: plan('rows-changed') })
    expect(here.litemail.acts('Ada')).toHaveLength(1)
  })

  it('is not sent by the job that it was refused in, too', async () => {
    const { id } = await planned()
    const refused = { kind: 'answer', act: false, status: 401, body: '{}' } as const
    here.litemail.next(refused, { method: 'PUT' })
    here.litemail.next(refused, { path: '/v1/users' })
    take(await run(id))
    await sent()
    take(await run(take(await retry(id)).id))
    await sent()
    take(await calling.call('jobs.continue', { id }))
    await sent()
    expect(here.litemail.acts('Ada')).toHaveLength(1)
    expect(take(await calling.call('jobs.get', { id })).counts).toMatchObject({ dropped: 1 })
  })
})

describe('a press that arrives several times', () => {
  it.each([2, 10])('%i at once, is one request', async (times) => {
    const { id } = await planned()
    const answers = await Promise.all(Array.from({ length: times }, () => run(id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.error).toEqual(plan('used'))
    expect(await sent()).toBe(1)
    expect(here.litemail.acts('Ada')).toHaveLength(1)
  })

  it('is one plan, too', async () => {
    const { id, workspaceId } = firstMailbox()
    const of = { accountId, rows: [{ workspaceId, inputs: { id, firstName: 'Ada' } }] }
    const wish = { requestId: randomUUID(), operation: 'mailboxes.update', of }
    const plans = await Promise.all([1, 2, 3].map(() => calling.call('operations.plan', wish)))
    expect(new Set(plans.map((one) => take(one).id)).size).toBe(1)
  })
})
