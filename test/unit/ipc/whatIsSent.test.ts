import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/main/actions/context'
import type { Transport } from '../../../src/main/upstream/exchange'
import { newestFirst } from '../../../src/shared/addressView'
import { type Method, methods } from '../../../src/shared/contract'
import { domainsByName } from '../../../src/shared/domain'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { type Calling, openCalling } from '../../support/actions/calling'
import { withoutPace } from '../../support/actions/withoutPace'
import { openWorld, take, type World } from '../../support/actions/world'
import { type LikeDo, startLikeDo } from '../../support/likedo/server'
import { LITEMAIL_KEY, type Litemail, startLitemail } from '../../support/litemail/server'
import { bundleStoreWorker } from '../store/bundleStoreWorker'
import { fitting } from './fittingInputs'

/** As the examples have it. */
const ACCOUNT = '0b8f3a52-2f0e-4d3a-9c39-0f9f1c6f5d11'

/** What a press begins that a service is to do. */
const beginning: readonly Method[] = ['operations.run', 'addresses.create']
/** What goes on with such a press that its user has made: nothing leaves that is not journalled under it. */
const goingOn: readonly Method[] = [
  'jobs.continue',
  'addresses.settle',
  'addresses.sendWaiting',
  // Several creations by one press.
  'batches.start',
]
/** After these there is nothing left to ask about. */
const last: readonly Method[] = [
  'accounts.remove',
  'litemail.remove',
  'data.removeKeys',
  'recovery.take',
  'data.deleteEverything',
]
// The object's keys are the contract's names.
const all = Object.keys(methods) as Method[]

let likedo: LikeDo
let litemail: Litemail
let world: World
let calling: Calling
let accounts: { readonly likedo: string; readonly litemail: string }
/** What left that is not a GET, as `POST /v1/tags`; and how much left in all. */
const writes: string[] = []
let sent = 0

const recording =
  (transport: Transport): Transport =>
  async (request) => {
    const { hostname, pathname } = new URL(request.url)
    sent += 1
    if (request.method !== 'GET') writes.push(`${request.method} ${pathname}`)
    // What the examples name is nowhere near.
    if (hostname !== '127.0.0.1')
      return { kind: 'failure', failure: 'name-not-found', isSent: false, status: null }
    return transport(request)
  }

beforeAll(async () => {
  likedo = await startLikeDo()
  litemail = await startLitemail()
  world = await openWorld(await bundleStoreWorker())
  const { transport } = world.context
  const context: Context = { ...withoutPace(world.context), transport: recording(transport) }
  calling = openCalling(context)
  const account = await world.connect(likedo.origin)
  const connected = await calling.call('litemail.connect', {
    ...{ server: litemail.server, key: LITEMAIL_KEY, authentication: 'api-key' },
    ...{ keyKept: 'keychain', whenUnreached: 'say' },
  })
  accounts = { likedo: account.id, litemail: take(connected).account.id }
  take(await calling.call('fleet.refresh', {}))
  await context.fleetRuns.byAccount.get(accounts.litemail)?.ended
  take(await world.press({ wish: { localPart: 'quiet.otter' } }))
  for (const kind of ['csv', 'json', 'backup', 'diagnostics', 'import', 'api-paths', 'mailboxes'])
    world.chosenFiles[kind] = join(context.folder, `chosen.${kind}`)
})
afterAll(async () => {
  await world.close()
  await likedo.close()
  await litemail.close()
})

/** A plan of two removals, of rows that are listed. */
async function planned(): Promise<string> {
  const { mailboxes } = litemail.holdings()
  const rows = mailboxes.map(({ id, workspaceId }) => ({ workspaceId, inputs: { id } }))
  const of = { accountId: accounts.litemail, rows }
  const wish = { requestId: randomUUID(), operation: 'mailboxes.remove', of }
  return take(await calling.call('operations.plan', wish)).id
}

/** A job whose first row the service refused for its key, the other one not sent. */
async function resting(): Promise<string> {
  const id = await planned()
  litemail.next(
    { kind: 'answer', act: false, status: 401, body: '{"message":"Invalid API key"}' },
    { method: 'DELETE' },
  )
  take(await calling.call('operations.run', { planId: id }))
  await world.context.jobs.running.get(id)?.ended
  return id
}

/** The ids that stand in the fitting examples, and those of what there is; by what a method is about. */
async function realIds(method: Method, account: string): Promise<Readonly<Record<string, string>>> {
  const { store } = world.context
  const now = world.context.clock.now()
  const page = { offset: 0, limit: 1 }
  const addresses = take(await store.read('addresses.list', { view: newestFirst, ...page })).rows
  const mailboxes = take(await store.read('mailboxes.list', { view: mailboxesByAddress, ...page, now })).rows
  const domains = take(await store.read('domains.list', { view: domainsByName, ...page, now })).rows
  const [noun] = method.split('.')
  const job = noun === 'jobs' || method === 'operations.settle' ? await resting() : null
  const rows = job === null ? [] : take(await store.read('jobs.rows', { jobId: job, offset: 0, limit: 9 }))
  const token = method === 'operations.settle' ? rows[0]?.id : (job ?? (await chosen(noun ?? '')))
  return {
    [ACCOUNT]: account,
    'b3f9d6e2-52c5-4a1c-9d0e-3f8f3c0b7a11': account,
    '3f0a9d0e-7d5b-4a57-8f0e-0b1c2d3e4f50': token ?? (await planned()),
    a: addresses[0]?.id ?? '',
    '12': mailboxes[0]?.id ?? '',
    '3': domains[0]?.id ?? '',
    mb_1: mailboxes[0]?.serviceId ?? '',
    ws_1: mailboxes[0]?.workspaceId ?? '',
    acme: 'acme-mail.test',
  }
}

/** All rows of a list, as a window chooses them; null where a method is about none. */
async function chosen(noun: string): Promise<string | null> {
  if (noun === 'addresses' || noun === 'data')
    return take(await calling.call('addresses.snapshot', { view: newestFirst })).snapshot
  if (noun === 'mailboxes')
    return take(await calling.call('mailboxes.snapshot', { view: mailboxesByAddress })).snapshot
  if (noun === 'domains')
    return take(await calling.call('domains.snapshot', { view: domainsByName })).snapshot
  return null
}

const replaced = (value: unknown, ids: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string') return Object.hasOwn(ids, value) ? ids[value] : value
  if (Array.isArray(value)) return value.map((one) => replaced(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, ids)]))
}

/** The fitting example of a method, about what there is. */
async function inputOf(method: Method, account: string): Promise<unknown> {
  const input = replaced(fitting[method], await realIds(method, account))
  if (method !== 'apiPaths.take') return input
  // A read that its user has asked with POST is one: here it stays the table's.
  const { map, ...about } = input as { map: object }
  return {
    ...about,
    map: { ...map, method: 'GET', isReadingPost: false, path: '/mailboxes/{id}', inputs: {} },
  }
}

/** Calls it about each account, lets what it began come to its end, and answers what left that is not a GET. */
async function callByHand(method: Method): Promise<string[]> {
  const left: string[] = []
  for (const account of [accounts.likedo, accounts.litemail]) {
    const input = last.includes(method)
      ? replaced(fitting[method], { [ACCOUNT]: account })
      : await inputOf(method, account)
    writes.length = 0
    await calling.call(method, input)
    await Promise.all([...world.context.fleetRuns.byAccount.values()].map(({ ended }) => ended))
    await Promise.all([...world.context.jobs.running.values()].map(({ ended }) => ended))
    left.push(...writes)
  }
  return left
}

describe('a method of the contract that is called by hand', () => {
  const reading = all.filter((method) => ![...beginning, ...goingOn, ...last].includes(method))
  it.each(reading)('%s sends nothing but GETs', async (method) => {
    expect(await callByHand(method)).toEqual([])
  })

  it('asks services for much, and faults at nothing', () => {
    expect(sent).toBeGreaterThan(30)
    expect([...world.faults, ...calling.faults]).toEqual([])
  })

  it.each([...beginning, 'jobs.continue'] as const)('%s sends what it is asked for', async (method) => {
    expect(await callByHand(method)).not.toEqual([])
  })

  it.each(last)('%s sends nothing but GETs', async (method) => {
    expect(await callByHand(method)).toEqual([])
  })
})
