import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  judgeApiPath,
  resetApiPaths,
  takeApiPaths,
} from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { mapOf } from '../../../../src/main/actions/apiPaths/mapOf'
import { readSampleOf } from '../../../../src/main/actions/apiPaths/readSample'
import { connectLitemail } from '../../../../src/main/actions/litemail/connectLitemail'
import { operationRequest } from '../../../../src/main/upstream/litemail/requests'
import type { Inputs } from '../../../../src/main/upstream/mappedRequest'
import type { ApiMap } from '../../../../src/shared/apiMap'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { isReading, type KnownOperation, operations } from '../../../../src/shared/litemail/operations'
import { nodeTransport } from '../../../support/actions/nodeTransport'
import { openWorld, take, type World } from '../../../support/actions/world'
import { curlSamples } from '../../../support/litemail/dialect/samples'
import { DialectService, sampleValues } from '../../../support/litemail/dialect/service'
import { type DialectOperation, dialect } from '../../../support/litemail/dialect/words'
import { LITEMAIL_KEY, LITEMAIL_USER } from '../../../support/litemail/server'
import { type Loopback, startLoopback } from '../../../support/loopback/server'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'
import { demandShown } from './reading'

let service: DialectService
let loopback: Loopback
let world: World
let account: LitemailAccount

beforeAll(async () => {
  service = new DialectService()
  service.litemail.addUser({ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] })
  loopback = await startLoopback(service, {}, () => ({ beforeMs: 0, afterMs: 0 }))
  world = await openWorld(await bundleStoreWorker())
  const connected = await connectLitemail(world.context, {
    server: { origin: loopback.origin, basePath: '/v1' },
    key: LITEMAIL_KEY,
    authentication: 'api-key',
    keyKept: 'keychain',
    whenUnreached: 'say',
  })
  account = take(connected).account
  service.isOn = true
})
afterAll(async () => {
  await world.close()
  await loopback.close()
  expect(world.faults).toEqual([])
})
beforeEach(async () => {
  take(await resetApiPaths(world.context, { accountId: account.id, operation: null }))
  // Who holds again what the golden examples show, whatever was written before.
  service.litemail.addUser({ id: LITEMAIL_USER, keys: [LITEMAIL_KEY] })
  loopback.forget()
})

const entryOf = (id: string): DialectOperation => {
  const entry = dialect.find((one) => one.id === id)
  if (entry === undefined) throw new Error(`nothing is said of ${id}`)
  return entry
}
/** What a user fills in. */
const inputsOf = (id: string): Inputs => sampleValues(entryOf(id)) as Inputs

const mapNow = async (operation: KnownOperation): Promise<ApiMap> =>
  take(await mapOf(world.context, account.id, operation)).map

/** The request that is made of the map, sent once, as the user's click on a write will. */
async function send(operation: KnownOperation): Promise<number> {
  const made = operationRequest(
    account,
    operation.id,
    { inputs: inputsOf(operation.id), timeoutMs: 5_000 },
    await mapNow(operation),
  )
  const request = take(made)
  const exchange = await nodeTransport({
    ...request,
    headers: { ...request.headers, 'x-api-key': LITEMAIL_KEY },
  })
  return exchange.kind === 'answer' ? exchange.status : 0
}

/** That the service understands the operation now, and that what it answers to a read is shown. */
async function demandWorks(operation: KnownOperation): Promise<void> {
  if (isReading(operation)) {
    await demandShown(world.context, account, operation.id, inputsOf(operation.id))
  } else {
    expect(await send(operation)).toBeLessThan(300)
  }
  const [arrival, ...others] = loopback.requests
  expect(others).toEqual([])
  expect(arrival).toMatchObject({
    method: entryOf(operation.id).method,
    answered: { status: expect.any(Number) },
  })
}

it('another service has every operation elsewhere: none of them works as the table says', async () => {
  expect(dialect.map(({ id }) => id).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  for (const operation of operations) {
    expect(await send(operation), operation.id).toBeGreaterThanOrEqual(400)
  }
  expect(loopback.requests).toHaveLength(61)
})

describe('one pasted sample has an operation asked as another service wants it', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const text = curlSamples.get(id) ?? ''
    const read = take(await readSampleOf(world.context, { accountId: account.id, operation: id, text }))
    const { path, ...map } = read.map
    expect({ ...map, unplaced: read.unplaced }).toMatchObject({ method: entryOf(id).method, unplaced: [] })
    expect(path.startsWith('/v1')).toBe(false)
    expect(read.dropped).toContainEqual({ what: 'host', name: 'api.other.test' })
    const change = { operation: id, map: read.map }
    take(await takeApiPaths(world.context, { accountId: account.id, changes: [change], source: 'curl' }))
    await demandWorks(operation)
  })
})

describe('one edit has an operation asked as another service wants it', () => {
  /** What a user sets in the editor, with the service's documentation beside. */
  const edited = (operation: KnownOperation, now: ApiMap): ApiMap => {
    const { method, path, inputs, rows, list = rows, total = null, next = null } = entryOf(operation.id)
    const placed = Object.entries(inputs).map(([input, where]) => {
      const [place = '', name = ''] = where.split(' ')
      return [input, { place, name: place === 'path' ? input : name }] as const
    })
    const ownPath = Object.entries(inputs).reduce(
      (text, [input, where]) =>
        where.startsWith('path ') ? text.replace(`{${where.slice(5)}}`, `{${input}}`) : text,
      path,
    )
    return {
      ...now,
      // The dialect is written in the words of maps.
      method: method as ApiMap['method'],
      path: ownPath,
      inputs: Object.fromEntries(placed) as ApiMap['inputs'],
      ...(isReading(operation) ? { rows: list, total, next } : {}),
    }
  }
  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const map = edited(operation, await mapNow(operation))
    const change = { accountId: account.id, operation: id, map }
    expect(await judgeApiPath(world.context, change)).toMatchObject({ ok: true })
    take(
      await takeApiPaths(world.context, {
        accountId: account.id,
        changes: [{ operation: id, map }],
        source: 'hand',
      }),
    )
    await demandWorks(operation)
  })
})
