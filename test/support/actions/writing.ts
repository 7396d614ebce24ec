import { randomUUID } from 'node:crypto'
import type { Context } from '../../../src/main/actions/context'
import type { Job, JobRow } from '../../../src/shared/job'
import type { FilledInputs } from '../../../src/shared/operationAnswer'
import type { Plan } from '../../../src/shared/plan'
import { LITEMAIL_KEY, LITEMAIL_USER, type LitemailOptions } from '../litemail/server'
import type { UserOptions } from '../litemail/service'
import { type Calling, openCalling } from './calling'
import { litemailPerTest } from './litemailPerTest'
import { take } from './take'
import { withoutPace } from './withoutPace'

export interface WrittenRow {
  readonly workspaceId: string
  readonly inputs: FilledInputs
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** An answer of the service's that does nothing there. */
export const saying = (status: number, body: unknown) =>
  ({ kind: 'answer', act: false, status, headers: JSON_TYPE, body: JSON.stringify(body) }) as const

/** A fleet that was read, for tests of writes: the contract over it as a window calls it, and nothing kept back for pace. */
export function writingPerTest(holds: UserOptions['holds'], options: LitemailOptions = {}) {
  const users = [{ id: LITEMAIL_USER, keys: [LITEMAIL_KEY], ...(holds === undefined ? {} : { holds }) }]
  const here = litemailPerTest({ users, ...options })

  /** Connects, reads the fleet, and opens the contract. */
  async function ready() {
    const { id: accountId } = await here.connected()
    const context = withoutPace(here.world.context)
    return { accountId, ...open(context, accountId), ...(await refreshed(context, accountId)) }
  }

  async function refreshed(context: Context, accountId: string) {
    const calling = openCalling(context)
    take(await calling.call('fleet.refresh', { accountId }))
    await context.fleetRuns.byAccount.get(accountId)?.ended
    return { refresh: () => refreshed(context, accountId) }
  }

  /** What a test does over the contract. */
  function open(context: Context, accountId: string) {
    const calling: Calling = openCalling(context)
    const plan = (operation: string, rows: readonly WrittenRow[], more: { replaces?: string } = {}) =>
      calling.call('operations.plan', {
        ...{ requestId: randomUUID(), operation, of: { accountId, rows } },
        ...more,
      })
    const ended = async (id: string): Promise<void> => context.jobs.running.get(id)?.ended
    return {
      ...{ context, calling, plan, ended },
      unlock: async (operation: string) =>
        take(await calling.call('operations.unlock', { accountId, operation })),
      /** Plans, confirms and waits until nothing more of it is sent. */
      async run(operation: string, rows: readonly WrittenRow[]): Promise<Plan> {
        const planned = take(await plan(operation, rows))
        take(await calling.call('operations.run', { planId: planned.id }))
        await ended(planned.id)
        return planned
      },
      async goOn(id: string): Promise<void> {
        take(await calling.call('jobs.continue', { id }))
        await ended(id)
      },
      jobOf: async (id: string): Promise<Job> => take(await calling.call('jobs.get', { id })).job,
      rowsOf: async (jobId: string): Promise<JobRow[]> =>
        take(await context.store.read('jobs.rows', { jobId, offset: 0, limit: 5_000 })),
      /** An operation that has worked here needs no first row alone. */
      async workedOnce(operation: string): Promise<void> {
        const note = { accountId, operation, changedAt: null, problem: null, shape: null }
        take(await context.store.write('operations.noteAnswer', { ...note, at: context.clock.now() }))
      },
    }
  }
  return {
    get litemail() {
      return here.litemail
    },
    get world() {
      return here.world
    },
    ready,
    open,
    /** What left that is no read, in its order. */
    writes: () => here.litemail.requests.filter(({ method }) => method !== 'GET'),
  }
}
