import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import { lookIntoRows } from '../../../../src/main/actions/jobs/lookIntoRows'
import { removeLitemail } from '../../../../src/main/actions/litemail/removeLitemail'
import type { JobRow } from '../../../../src/shared/job'
import { take } from '../../../support/actions/take'
import { type WrittenRow, writingPerTest } from '../../../support/actions/writing'

const here = writingPerTest({ domains: 2, mailboxes: 3 })
type Ready = Awaited<ReturnType<typeof here.ready>>
const TEN_MINUTES = 10 * 60_000

/** Nothing that is written from now on arrives, until all faults are taken back. */
const loseWrites = () =>
  here.litemail.faults(({ method }) =>
    method === 'GET' ? undefined : { kind: 'drop', when: 'before', how: 'reset' },
  )

/** Sends one row. */
async function send(w: Ready, operation: string, row: WrittenRow): Promise<JobRow> {
  await w.unlock(operation)
  await w.workedOnce(operation)
  const { id } = await w.run(operation, [row])
  return only(await w.rowsOf(id))
}

const only = <T>(rows: readonly T[]): T => {
  const [row] = rows
  if (row === undefined || rows.length !== 1) throw new Error('not one row')
  return row
}

const check = async (w: Ready, { id }: JobRow) =>
  take(await w.calling.call('operations.settle', { rowId: id, verdict: 'check' }))

const mailbox = () => {
  const [one] = here.litemail.holdings().mailboxes
  if (one === undefined) throw new Error('no mailbox')
  return one
}
const home = () => {
  const [one] = here.litemail.holdings().domains
  if (one === undefined) throw new Error('no domain')
  return one
}
const jane = () => ({
  workspaceId: home().workspaceId,
  inputs: { domainId: home().id, firstName: 'Jane', lastName: 'Doe', username: 'jane' },
})
const makeJaneElsewhere = () =>
  here.litemail.addMailbox({
    ...{ id: 'elsewhere', domainId: home().id, workspaceId: home().workspaceId },
    ...{ username: 'jane', email: `jane@${home().domain}` },
  })

/** As if the lists had been read so much longer ago than what is written from now on. */
function later(context: Context, ms: number): void {
  const { clock } = context
  const now = clock.now.bind(clock)
  Object.assign(clock, { now: () => now() + ms })
}

describe('a write that was lost', () => {
  it.each([
    ['only the capitals of a value were to change', (name: string | null) => name?.toUpperCase() ?? ''],
    ['the value stood there before', (name: string | null) => name ?? ''],
  ])('is claimed by no read where %s', async (_, to) => {
    const w = await here.ready()
    const { id, workspaceId, firstName } = mailbox()
    loseWrites()
    const row = await send(w, 'mailboxes.update', { workspaceId, inputs: { id, firstName: to(firstName) } })
    expect(row.state).toBe('unconfirmed')
    expect(await check(w, row)).toMatchObject({ state: 'unconfirmed', evidence: null })
  })

  it.each(['NOT_CANCELLED', 'SCHEDULED_FOR_REMOVAL'])(
    'is claimed by no read where the status was %s before',
    async (status) => {
      const w = await here.ready()
      const { id, workspaceId } = mailbox()
      here.litemail.changeMailbox(id, { status })
      await w.refresh()
      loseWrites()
      const row = await send(w, 'mailboxes.remove', { workspaceId, inputs: { id } })
      expect((await check(w, row)).state).toBe('unconfirmed')
    },
  )

  it('is claimed by no read about another row than was asked for', async () => {
    const w = await here.ready()
    const { id, workspaceId, firstName } = mailbox()
    loseWrites()
    const row = await send(w, 'mailboxes.update', { workspaceId, inputs: { id, firstName: 'Zoe' } })
    const kept = take(
      await w.context.store.read('targets.find', {
        ...{ accountId: w.accountId, noun: 'mailbox', serviceIds: [id] },
      }),
    )
    here.litemail.faults(({ method, path }) =>
      method === 'GET' && path.endsWith(`/${id}`)
        ? {
            ...{ kind: 'answer', act: false, status: 200 },
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ data: { ...mailbox(), id: 'another', firstName: 'Zoe' } }),
          }
        : undefined,
    )
    expect((await check(w, row)).state).toBe('unconfirmed')
    // Nor is it kept as what stands there, where a plan reads it again.
    later(w.context, TEN_MINUTES + 1)
    take(await w.plan('mailboxes.update', [{ workspaceId, inputs: { id, firstName: 'Eva' } }]))
    const after = take(
      await w.context.store.read('targets.find', {
        ...{ accountId: w.accountId, noun: 'mailbox', serviceIds: [id] },
      }),
    )
    expect(after).toEqual(kept)
    expect(only(after).values.firstName).toBe(firstName)
  })

  it('stays so where its account is removed here while a look is under way', async () => {
    const w = await here.ready()
    const account = only(take(await w.context.store.read('litemail.accounts')))
    const { id, workspaceId } = mailbox()
    loseWrites()
    const row = await send(w, 'mailboxes.remove', { workspaceId, inputs: { id } })
    here.litemail.clearFaults()
    take(await removeLitemail(w.context, account.id))
    const doubtful = { row: { ...row, settledAt: 1 }, accountId: account.id, place: 1 }
    const rows = [{ ...doubtful, operation: 'mailboxes.remove' }] as const
    await lookIntoRows(w.context, account, rows, new Map(), () => false)
    expect(only(await w.rowsOf(row.jobId))).toMatchObject({ state: 'unconfirmed', confirmedAt: null })
  })
})

describe('what was to be made and was lost', () => {
  it('is claimed where a list that was read just before did not have it', async () => {
    const w = await here.ready()
    loseWrites()
    const row = await send(w, 'mailboxes.create', jane())
    here.litemail.clearFaults()
    makeJaneElsewhere()
    expect((await check(w, row)).state).toBe('done')
  })

  it('is claimed by no read where the list is older: it may have been made elsewhere meanwhile', async () => {
    const w = await here.ready()
    later(w.context, TEN_MINUTES + 1)
    makeJaneElsewhere()
    loseWrites()
    const row = await send(w, 'mailboxes.create', jane())
    expect(row.state).toBe('unconfirmed')
    expect((await check(w, row)).state).toBe('unconfirmed')
    const listed = { now: w.context.clock.now(), after: 0 }
    await w.refresh()
    expect(take(await w.context.store.write('jobs.confirmListed', listed)).confirmed).toBe(0)
  })

  it('is confirmed by a list nonetheless where Litemail has accepted it', async () => {
    const w = await here.ready()
    later(w.context, TEN_MINUTES + 1)
    const row = await send(w, 'mailboxes.create', jane())
    expect(row).toMatchObject({ state: 'done', evidence: 'answer', confirmedAt: null })
    expect((await check(w, row)).confirmedAt).not.toBeNull()
  })
})
