import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planOperation } from '../../../../src/main/actions/jobs/planOperation'
import { runPlan } from '../../../../src/main/actions/jobs/runPlan'
import { readEditable, readTagging } from '../../../../src/main/actions/mailboxes/editMailboxes'
import { refreshFleet } from '../../../../src/main/sync/fleet'
import { mailboxesByAddress } from '../../../../src/shared/mailbox'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { LITEMAIL_KEY } from '../../../support/litemail/server'

const MANY = 130
const holds = { workspaces: ['Acme', 'Globex'], domains: 4, mailboxes: MANY }
const here = litemailPerTest({ users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds }] })

/** The ids of all mailboxes of an account whose fleet was read. */
async function read(): Promise<string[]> {
  const { id } = await here.connected()
  const { context } = here.world
  take(await refreshFleet(context, { accountId: id }))
  await context.fleetRuns.byAccount.get(id)?.ended
  const now = context.clock.now()
  return take(await context.store.read('mailboxes.ids', { view: mailboxesByAddress, now }))
}

describe('mailboxes that are chosen to be edited', () => {
  it('come with what can be changed of each, the first hundred, and how many they are', async () => {
    const ids = await read()
    const { rows, count } = take(await readEditable(here.world.context, { choice: { ids } }))
    expect({ shown: rows.length, count }).toEqual({ shown: 100, count: MANY })
    const held = here.litemail.holdings().mailboxes.find(({ id }) => id === rows[0]?.serviceId)
    expect(rows[0]).toMatchObject({
      ...{ email: held?.email, firstName: held?.firstName, lastName: held?.lastName },
      ...{ username: held?.username, workspaceId: held?.workspaceId },
    })
    expect(Object.keys(rows[0] ?? {})).not.toContain('tags')
  })
})

describe('tags of chosen mailboxes', () => {
  it('are given to those that lack them and taken from those that have them; each keeps its others', async () => {
    const { context } = here.world
    const [given, taken] = here.litemail.holdings().tags
    if (given === undefined || taken === undefined) throw new Error('too few tags')
    const ids = (await read()).slice(0, 12)
    const chosen = take(await readEditable(context, { choice: { ids } })).rows.map(
      ({ serviceId }) => serviceId,
    )
    const tagsOf = () =>
      new Map(
        here.litemail
          .holdings()
          .mailboxes.filter(({ id }) => chosen.includes(id))
          .map(({ id, tags }) => [id, tags.map((tag) => tag.id)]),
      )
    const before = tagsOf()
    const untouched = take(await readTagging(context, { choice: { ids }, give: [], take: [] }))
    expect(untouched).toMatchObject({ chosen: 12, accounts: 1, changed: 0, prepared: null })
    expect(untouched.tags.find(({ id }) => id === given.id)?.count).toBe(
      [...before.values()].filter((own) => own.includes(given.id)).length,
    )

    const tagging = take(await readTagging(context, { choice: { ids }, give: [given.id], take: [taken.id] }))
    if (tagging.prepared === null) throw new Error('nothing changes')
    const wish = { requestId: randomUUID(), operation: 'mailboxes.update' }
    const plan = take(await planOperation(context, { ...wish, of: { prepared: tagging.prepared } }))
    expect(plan.count).toBe(tagging.changed)
    take(await runPlan(context, plan.id))
    await context.jobs.running.get(plan.id)?.ended
    expect(tagsOf()).toEqual(
      new Map(
        [...before].map(([id, own]) => [
          id,
          [...new Set([...own, given.id])].filter((each) => each !== taken.id).sort(),
        ]),
      ),
    )
  })

  it('can be planned by their own operation alone, and not once they are forgotten', async () => {
    const { context } = here.world
    const ids = (await read()).slice(0, 3)
    const [tag] = here.litemail.holdings().tags
    const { prepared } = take(
      await readTagging(context, { choice: { ids }, give: [tag?.id ?? ''], take: [] }),
    )
    if (prepared === null) throw new Error('nothing changes')
    const requestId = randomUUID()
    const gone = { error: { kind: 'not-found', what: 'snapshot' } }
    expect(
      await planOperation(context, { requestId, operation: 'mailboxes.remove', of: { prepared } }),
    ).toMatchObject(gone)
    expect(
      await planOperation(context, {
        requestId,
        operation: 'mailboxes.update',
        of: { prepared: randomUUID() },
      }),
    ).toMatchObject(gone)
  })
})
