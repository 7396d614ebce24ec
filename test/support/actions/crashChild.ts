import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { recoverJournal, settleUnconfirmed } from '../../../src/main/actions/recoverJournal'
import { RESEND_WITHIN_MS } from '../../../src/main/actions/settleAddress'
import { newestFirst } from '../../../src/shared/addressView'
import { openWorld, take, type World } from './world'

/** What a process of a crash test is told, as JSON in its last argument. */
export interface ChildOrder {
  readonly folder: string
  readonly workerFile: string
  readonly origin: string
  readonly key: string
  /** Typed local parts; null draws one. One after another. Empty: only starts, as a window does. */
  readonly presses: readonly (string | null)[]
  readonly deadlineMs: number
}

interface ListedRow {
  readonly email: string
  readonly state: string
  readonly problem: string | null
}

/** What a process tells when it came to its end by itself. */
export interface ChildReport {
  readonly rows: readonly ListedRow[]
  /** The list as it was first shown: before anybody was asked anything. */
  readonly rowsAtStart: readonly ListedRow[]
  readonly isSound: boolean
  readonly faults: readonly unknown[]
}

/** A start of Mailroom without a window: recovers, presses, settles as long as it takes, reports. */
async function run(order: ChildOrder): Promise<void> {
  const world = await openWorld(pathToFileURL(order.workerFile), order.folder)
  const { context } = world
  await openAccount(world, order)
  take(await recoverJournal(context))
  const rowsAtStart = await listRows(world)
  process.stdout.write('open\n')
  for (const localPart of order.presses) {
    const press = world.press({
      requestId: randomUUID(),
      wish: localPart === null ? {} : { localPart },
      deadlineMs: order.deadlineMs,
    })
    process.stdout.write('pressed\n')
    await press
  }
  if (order.presses.length === 0) await settle(world)
  const report: ChildReport = { ...(await look(world)), rowsAtStart }
  process.stdout.write(`${JSON.stringify(report)}\n`)
  process.exit(0)
}

async function openAccount(world: World, { origin, key }: ChildOrder): Promise<void> {
  const [account] = take(await world.context.store.read('accounts.list'))
  if (account === undefined) await world.connect(origin, key)
  else take(await world.context.keys.keep(account, key))
}

/** What a window does at start, until all is settled that a process settles by itself. */
async function settle({ context }: World): Promise<void> {
  await settleUnconfirmed(context)
  const endsAt = Date.now() + 20_000
  while (Date.now() < endsAt) {
    const rows = take(await context.store.read('journal.unsettled', {}))
    const isOpen = rows.some(
      ({ state, problem, plannedAt }) =>
        state === 'sending' ||
        (state === 'unconfirmed' &&
          problem?.kind !== 'owner-unknown' &&
          Date.now() - plannedAt < RESEND_WITHIN_MS),
    )
    if (!isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function look({ context, faults }: World): Promise<Omit<ChildReport, 'rowsAtStart'>> {
  const { isSound } = take(await context.store.read('integrity.check'))
  return { rows: await listRows({ context }), isSound, faults }
}

async function listRows({ context }: Pick<World, 'context'>): Promise<ListedRow[]> {
  const { rows } = take(
    await context.store.read('addresses.list', { view: newestFirst, offset: 0, limit: 500 }),
  )
  return rows.map(({ email, state, problem }) => ({ email, state, problem: problem?.kind ?? null }))
}

// The last argument is written by the test beside this file.
void run(JSON.parse(process.argv.at(-1) ?? '{}') as ChildOrder)
