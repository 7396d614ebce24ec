import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect } from 'vitest'
import { openSampleData } from '../../../src/main/demo/openSampleData'
import { keepSampleLitemailKey } from '../../../src/main/demo/sampleLitemail'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { domainsByName } from '../../../src/shared/domain'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import type { FilledInputs } from '../../../src/shared/operationAnswer'
import { type Calling, openCalling } from '../../support/actions/calling'
import { openWorld, take, type World } from '../../support/actions/world'
import { bundleStoreWorker } from '../store/bundleStoreWorker'

/** What there is to write about: of the first workspace, by the ids of the service. */
export interface Held {
  readonly workspaceId: string
  readonly mailbox: string
  readonly domain: string
}

/** A profile of sample data for each test of a file, whose fleet was read, and what a window does with it. */
export function samplePerTest() {
  let world: World
  let calling: Calling
  let accountId: string
  let now = Date.UTC(2025, 10, 18, 14)

  beforeEach(async () => {
    now = Date.now()
    world = await openWorld(await bundleStoreWorker())
    const { store, keys } = world.context
    const transport = await openSampleData(store, 60, () => now)
    await keepSampleLitemailKey(keys)
    const context = { ...world.context, transport }
    calling = openCalling(context)
    accountId = take(await store.read('litemail.accounts'))[0]?.id ?? ''
    take(await refreshFleet(context, { accountId }))
    await context.fleetRuns.byAccount.get(accountId)?.ended
  })
  afterEach(async () => {
    await world.close()
    expect([...world.faults, ...calling.faults]).toEqual([])
  })

  async function held(): Promise<Held> {
    const { store } = world.context
    const page = { offset: 0, limit: 500, now }
    const mailboxes = take(await store.read('mailboxes.list', { view: mailboxesByAddress, ...page })).rows
    const domains = take(await store.read('domains.list', { view: domainsByName, ...page })).rows
    const workspaces = take(await store.read('fleet.workspaces', accountId))
    const workspaceId = workspaces.find(({ isPrimary }) => isPrimary)?.serviceId ?? ''
    const of = <T extends { readonly workspaceId: string }>(rows: readonly T[]): T => {
      const row = rows.find((one) => one.workspaceId === workspaceId)
      if (row === undefined) throw new Error('nothing is held')
      return row
    }
    const domain = of(domains)
    return { workspaceId, mailbox: of(mailboxes).serviceId, domain: domain.serviceId ?? '' }
  }

  const cells = async (
    operation: string,
    { workspaceId }: Held,
    inputs: FilledInputs = {},
  ): Promise<string> => {
    const asked = { accountId, operation, workspaceId, inputs }
    return JSON.stringify(take(await calling.call('operations.read', asked)))
  }
  /** The id in the first cell of a list that has all of these words. */
  async function idOf(
    operation: string,
    of: Held,
    inputs: FilledInputs,
    ...words: string[]
  ): Promise<string> {
    const asked = { accountId, operation, workspaceId: of.workspaceId, inputs }
    const { columns, rows } = take(await calling.call('operations.read', asked)).answer
    const row = rows.find((cells) => words.every((word) => JSON.stringify(cells).includes(word)))
    const id: unknown = JSON.parse(row?.[columns.indexOf('id')] ?? '""')
    return String(id)
  }

  /** Plans and runs it, as a window does; how its rows ended. */
  async function write(operation: string, workspaceId: string, ...rows: FilledInputs[]): Promise<string[]> {
    take(await calling.call('operations.unlock', { accountId, operation }))
    const of = { accountId, rows: rows.map((inputs) => ({ workspaceId, inputs })) }
    const plan = take(await calling.call('operations.plan', { requestId: randomUUID(), operation, of }))
    take(await calling.call('operations.run', { planId: plan.id }))
    await world.context.jobs.running.get(plan.id)?.ended
    const ended = take(await calling.call('jobs.rows', { id: plan.id, offset: 0, limit: 50 }))
    return ended.map(({ state, problem }) => (problem === null ? state : JSON.stringify(problem)))
  }

  return {
    held,
    cells,
    idOf,
    write,
    /** Lets so much time pass at the service. */
    pass: (ms: number): void => {
      now += ms
    },
    /** Calls a method of the contract about an operation, as `write` does, and lets it come to its end. */
    async run(operation: string, inputs: FilledInputs) {
      const of = { accountId, rows: [{ workspaceId: '', inputs }] }
      const plan = take(await calling.call('operations.plan', { requestId: randomUUID(), operation, of }))
      take(await calling.call('operations.run', { planId: plan.id }))
      await world.context.jobs.running.get(plan.id)?.ended
      return take(await calling.call('jobs.answer', { id: plan.id }))
    },
  }
}
