import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Context } from '../../../src/main/actions/context'
import { connectLitemail } from '../../../src/main/actions/litemail/connectLitemail'
import { refreshFleet } from '../../../src/main/sync/fleet'
import type { Transport } from '../../../src/main/upstream/exchange'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { openWorld, take } from './world'

/** What a process that reads a fleet is told, as JSON in its last argument. */
export interface FleetChildOrder {
  readonly folder: string
  readonly workerFile: string
  readonly origin: string
  readonly basePath: string
  readonly key: string
  /** How often it reads everything before it tells what it has and ends. */
  readonly readings: number
}

/** What a process tells when it came to its end by itself. */
export interface FleetChildReport {
  /** The service's ids of the mailboxes that lists show, and which of them were not met, after each reading. */
  readonly readings: readonly (readonly { readonly id: string; readonly isUnseen: boolean }[])[]
  readonly isSound: boolean
  readonly faults: readonly unknown[]
}

/** A page, as the process tells of it on a line of its own. */
export interface ToldPage {
  readonly told: 'asked' | 'answered'
  readonly noun: string
  readonly workspace: string
  readonly page: number
  /** Null: as the service likes. */
  readonly size: string | null
  /** In milliseconds of the process. */
  readonly at: number
}

/** A start of Mailroom that does nothing but read a fleet, from where it was left. */
async function run(order: FleetChildOrder): Promise<void> {
  const world = await openWorld(pathToFileURL(order.workerFile), order.folder)
  const { faults } = world
  const context: Context = { ...world.context, transport: tellPages(world.context.transport) }
  await openAccount(context, order)
  const readings: FleetChildReport['readings'][number][] = []
  for (let reading = 0; reading < order.readings; reading += 1) {
    take(await refreshFleet(context, {}))
    await Promise.all([...context.fleetRuns.byAccount.values()].map(({ ended }) => ended))
    readings.push(await listMailboxes(context))
  }
  const { isSound } = take(await context.store.read('integrity.check'))
  const report: FleetChildReport = { readings, isSound, faults }
  process.stdout.write(`${JSON.stringify(report)}\n`)
  process.exit(0)
}

/** Says of every page when it is asked for, and when its answer is here. */
const tellPages =
  (transport: Transport): Transport =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const told: Omit<ToldPage, 'told' | 'at'> = {
      noun: pathname.split('/').at(-1) ?? '',
      workspace: request.headers['x-workspace-key'] ?? '',
      page: Number(searchParams.get('page') ?? 1),
      size: searchParams.get('limit'),
    }
    // At once: what is said later is lost with the process.
    const tell = (what: ToldPage['told']) =>
      writeSync(1, `${JSON.stringify({ told: what, ...told, at: performance.now() })}\n`)
    tell('asked')
    const exchange = await transport(request)
    if (exchange.kind === 'answer') tell('answered')
    return exchange
  }

async function openAccount(context: Context, { origin, basePath, key }: FleetChildOrder): Promise<void> {
  const [account] = take(await context.store.read('litemail.accounts'))
  if (account !== undefined) {
    take(await context.keys.keep(account, key))
    return
  }
  const connected = await connectLitemail(context, {
    server: { origin, basePath },
    key,
    authentication: 'api-key',
    keyKept: 'until-quit',
    whenUnreached: 'save-unchecked',
  })
  take(connected)
}

async function listMailboxes({ store, clock }: Context): Promise<FleetChildReport['readings'][number]> {
  const page = { view: mailboxesByAddress, offset: 0, limit: 100_000, now: clock.now() }
  const { rows } = take(await store.read('mailboxes.list', page))
  return rows.map(({ serviceId, isUnseen }) => ({ id: serviceId, isUnseen }))
}

// The last argument is written by the test beside this file.
void run(JSON.parse(process.argv.at(-1) ?? '{}') as FleetChildOrder)
