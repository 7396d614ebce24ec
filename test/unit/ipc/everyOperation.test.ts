import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isReading, operations } from '../../../src/shared/litemail/operations'
import type { FilledInputs } from '../../../src/shared/operationAnswer'
import { type Calling, openCalling } from '../../support/actions/calling'
import { withoutPace } from '../../support/actions/withoutPace'
import { openWorld, take, type World } from '../../support/actions/world'
import { documented, toldOf, type Values, valuesOf } from '../../support/litemail/documented'
import { type GoldenOperation, goldenOperation } from '../../support/litemail/golden'
import { LITEMAIL_KEY, LITEMAIL_USER, type Litemail, startLitemail } from '../../support/litemail/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'

let litemail: Litemail
let world: World
let accountId: string
let calling: Calling

/** An account whose fleet was read, and the contract over it. */
beforeAll(async () => {
  litemail = await startLitemail()
  world = await openWorld(await bundleStoreWorker())
  calling = openCalling(withoutPace(world.context))
  const connected = await calling.call('litemail.connect', {
    ...{ server: litemail.server, key: LITEMAIL_KEY, authentication: 'api-key' },
    ...{ keyKept: 'keychain', whenUnreached: 'say' },
  })
  accountId = take(connected).account.id
  take(await calling.call('fleet.refresh', { accountId }))
  await world.context.fleetRuns.byAccount.get(accountId)?.ended
})
afterAll(async () => {
  await world.close()
  await litemail.close()
  expect([...world.faults, ...calling.faults]).toEqual([])
})

/** The rows of a write: what travels together in the example is one row each, where the operation takes it row by row. */
function rowsOf(id: string, values: Values): Values[] {
  if (id === 'domains.connect') {
    return (values.domainNames as string[]).map((name) => ({ domainNames: [name] }))
  }
  if (id !== 'mailboxes.assign') return [values]
  const { mailboxes, ...own } = values
  return (mailboxes as Values[]).map((mailbox) => ({
    ...own,
    ...Object.fromEntries(Object.entries(mailbox).map(([name, value]) => [`mailboxes.${name}`, value])),
  }))
}

/** As a form fills them in: of a query several values are a list, and what is a number is one. */
function filled(id: string, values: Values): FilledInputs {
  const { input } = operations.find((operation) => operation.id === id) ?? { input: [] }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = input.find((field) => field.name === name)?.type
      const isText = typeof value === 'string'
      if (isText && (type === 'ids' || type === 'texts')) return [name, value.split(',')]
      return [name, isText && type === 'number' ? Number(value) : value]
    }),
  ) as FilledInputs
}

async function send(golden: GoldenOperation): Promise<void> {
  const { id, request } = golden
  const operation = operations.find((known) => known.id === id)
  if (operation === undefined) throw new Error(`no operation ${id}`)
  const workspaceId = request.headers['x-workspace-key'] ?? ''
  const values = valuesOf(golden)
  if (isReading(operation)) {
    const inputs = filled(id, values)
    take(await calling.call('operations.read', { accountId, operation: id, workspaceId, inputs }))
    return
  }
  take(await calling.call('operations.unlock', { accountId, operation: id }))
  const rows = rowsOf(id, values).map((row) => ({ workspaceId, inputs: filled(id, row) }))
  const wish = { requestId: randomUUID(), operation: id, of: { accountId, rows } }
  const plan = take(await calling.call('operations.plan', wish))
  expect(litemail.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  take(await calling.call('operations.run', { planId: plan.id }))
  await world.context.jobs.running.get(plan.id)?.ended
}

/** An operation that has worked on this account needs no first row alone. */
async function workOnce(operation: string): Promise<void> {
  const { store, clock } = world.context
  const note = { accountId, operation, changedAt: null, at: clock.now(), problem: null, shape: null }
  take(await store.write('operations.noteAnswer', note))
}

describe('an operation of the documentation', () => {
  it.each(operations.map(({ id }) => id))('%s is sent once, word for word as documented', async (id) => {
    // Who holds again what the golden examples show, whatever was written before.
    litemail.addUser({ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] })
    const golden = goldenOperation(id)
    // What spends and is guessed goes with its first row alone, until it has worked
    if (id === 'mailboxes.assign') await workOnce(id)
    litemail.forget()
    await send(golden)
    const isWrite = golden.method !== 'GET'
    const path = golden.request.target.split('?')[0]
    const sent = litemail.requests.filter(({ method, ...arrival }) =>
      isWrite ? method !== 'GET' : method === 'GET' && arrival.path === path,
    )
    expect(sent.map(toldOf)).toEqual([documented(golden)])
  })
})
