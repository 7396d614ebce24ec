import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Context } from '../../../src/main/actions/context'
import { planOperation } from '../../../src/main/actions/jobs/planOperation'
import { retryJob } from '../../../src/main/actions/jobs/retryJob'
import { runPlan } from '../../../src/main/actions/jobs/runPlan'
import { continueJob } from '../../../src/main/actions/jobs/steerJob'
import { connectLitemail } from '../../../src/main/actions/litemail/connectLitemail'
import { recoverJournal } from '../../../src/main/actions/recoverJournal'
import { refreshFleet } from '../../../src/main/sync/fleet'
import { writingOf } from '../../../src/shared/litemail/writing'
import { withoutPace } from './withoutPace'
import { openWorld, take } from './world'
import { HOME, type MarkedPress } from './writeCrashPlan'

/** What a process that writes is told, as JSON in its last argument. */
export interface WriteOrder {
  readonly folder: string
  readonly workerFile: string
  readonly origin: string
  readonly basePath: string
  readonly key: string
  readonly presses: readonly MarkedPress[]
  /** Whether its user goes on with what an earlier life left. */
  readonly goesOn: boolean
  /** Whether its user has tried again what was refused or did not leave. */
  readonly triesAgain: boolean
}

/** A start of Mailroom: recovers, goes on with what was left, presses, and ends when all has come to a rest. */
async function run(order: WriteOrder): Promise<void> {
  const world = await openWorld(pathToFileURL(order.workerFile), order.folder)
  const context = hasty(withoutPace(world.context))
  const accountId = await openAccount(context, order)
  take(await recoverJournal(context))
  // At once: what is said later is lost with the process.
  writeSync(1, 'open\n')
  if (order.goesOn) await goOn(context, order.triesAgain)
  for (const press of order.presses) await begin(context, accountId, press)
  await restAll(context)
  await goOn(context, false)
  await restAll(context)
  if (world.faults.length > 0) throw new Error(`faults: ${JSON.stringify(world.faults.map(String))}`)
  process.exit(0)
}

/** Nobody waits here for a service that wants less haste. */
const hasty = (context: Context): Context => ({
  ...context,
  clock: { ...context.clock, sleep: async () => undefined },
})

const restAll = (context: Context): Promise<unknown> =>
  Promise.all([...context.jobs.running.values()].map(({ ended }) => ended))

async function openAccount(context: Context, { origin, basePath, key }: WriteOrder): Promise<string> {
  const [known] = take(await context.store.read('litemail.accounts'))
  if (known !== undefined) {
    take(await context.keys.keep(known, key))
    return known.id
  }
  const connected = await connectLitemail(context, {
    ...{ server: { origin, basePath }, key, authentication: 'api-key' },
    ...{ keyKept: 'until-quit', whenUnreached: 'say' },
  })
  const { id } = take(connected).account
  take(await refreshFleet(context, { accountId: id }))
  await context.fleetRuns.byAccount.get(id)?.ended
  return id
}

/** What rests is gone on with, or what was refused of it is planned and sent anew. */
async function goOn(context: Context, triesAgain: boolean): Promise<void> {
  for (const { id, rest } of take(await context.store.read('jobs.open'))) {
    if (triesAgain) {
      // Where nothing of it was refused there is nothing to try again.
      const again = await retryJob(context, { id, requestId: randomUUID() })
      if (again.ok) await runPlan(context, again.value.id)
    }
    if (rest !== null) take(await continueJob(context, id))
  }
}

async function begin(context: Context, accountId: string, { operation, rows }: MarkedPress): Promise<void> {
  const { store, clock } = context
  const { about } = writingOf(operation)
  const ids = about === null ? [] : rows.map(({ inputs }) => [inputs[about.input]].flat()[0] ?? '')
  const targets =
    about === null
      ? []
      : take(await store.read('targets.find', { accountId, noun: about.noun, serviceIds: ids.map(String) }))
  // Records, and what is made on a domain, are of the workspace of their domain.
  const [home] = take(await store.read('targets.find', { accountId, noun: 'domain', serviceIds: [HOME] }))
  const isAtHome = rows.some(({ inputs }) => inputs.domainId === HOME)
  const workspaceId = (isAtHome ? home : targets[0])?.workspaceId ?? ''
  take(await store.write('operations.unlock', { accountId, operation, at: clock.now() }))
  const wish = { accountId, rows: rows.map(({ inputs }) => ({ workspaceId, inputs })) }
  const plan = await planOperation(context, { requestId: randomUUID(), operation, of: wish })
  if (!plan.ok) throw new Error(`${operation} was not planned: ${JSON.stringify(plan.error)}`)
  take(await runPlan(context, plan.value.id))
}

// The last argument is written by the test beside this file.
void run(JSON.parse(process.argv.at(-1) ?? '{}') as WriteOrder)
