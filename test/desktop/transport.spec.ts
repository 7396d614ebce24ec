import { expect, test } from '@playwright/test'
import type { Exchange } from '../../src/main/upstream/exchange'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../support/likedo/server'
import { actedThenBroke, describeFault, type Fault } from '../support/loopback/faults'
import { type Carrier, startCarrier } from './transport/carrier'

const TIMES = process.env.MAILROOM_LONG ? 400 : 40

/** The service acts, and its answer is lost on the way or says nothing of it. */
const broken: readonly Fault[] = [
  ...actedThenBroke,
  { kind: 'request-timeout', act: true, close: false },
  { kind: 'garbage', act: true },
]

let carrier: Carrier
let likedo: LikeDo
let made = 0

test.beforeAll(async () => {
  carrier = await startCarrier()
})
test.afterAll(() => carrier.close())
test.beforeEach(async () => {
  likedo = await startLikeDo({ users: [{ name: 'caller', keys: [DEFAULT_KEY], plan: 'lifetime' }] })
})
test.afterEach(() => likedo.close())

const newEmail = () => {
  made += 1
  return `made-${made}@ig.do`
}

const creation = (email: string) => ({
  url: `${likedo.origin}/api/v1/emails/create`,
  headers: { Authorization: `Bearer ${DEFAULT_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ email }),
})
const create = (email: string): Promise<Exchange> => carrier.carry(creation(email))
const list = () =>
  carrier.carry({
    url: `${likedo.origin}/api/v1/emails`,
    method: 'GET',
    headers: { Authorization: `Bearer ${DEFAULT_KEY}` },
  })

/** Leaves idle kept-alive connections behind: one of every lane and some of the reads. */
const leaveConnectionsOpen = async () => {
  const exchanges = await Promise.all([
    ...Array.from({ length: 4 }, () => create(newEmail())),
    ...Array.from({ length: 3 }, () => list()),
  ])
  expect(
    exchanges.map((exchange) => exchange.status),
    JSON.stringify(exchanges),
  ).toEqual([201, 201, 201, 201, 200, 200, 200])
}

const arrivalsOf = (email: string) => likedo.requests.filter((arrival) => arrival.email === email)

/** Neither an answer that decides anything, nor one that says the request was not sent. */
const tellsNothing = (exchange: Exchange): boolean =>
  exchange.kind === 'failure' ? exchange.isSent : exchange.status === 408

for (const fault of broken) {
  test.describe(`the service acts, then: ${describeFault(fault)}`, () => {
    test(`on a connection that nobody used before, ${TIMES} times: every creation arrives once`, async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        const email = newEmail()
        likedo.next(fault, { email, times: 'always' })
        const exchange = await create(email)
        expect(tellsNothing(exchange), JSON.stringify(exchange)).toBe(true)
        expect(arrivalsOf(email)).toHaveLength(1)
        expect(likedo.holdersOf(email)).toEqual(['caller'])
      }
    })

    test(`beside idle kept-alive connections, ${TIMES} times: every creation arrives once`, async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        await leaveConnectionsOpen()
        const email = newEmail()
        likedo.next(fault, { email, times: 'always' })
        const exchange = await create(email)
        expect(tellsNothing(exchange), JSON.stringify(exchange)).toBe(true)
        expect(arrivalsOf(email)).toHaveLength(1)
        expect(arrivalsOf(email)[0]?.onConnection).toBe(1)
      }
    })

    test(`${TIMES} creations at once: every one arrives once`, async () => {
      await leaveConnectionsOpen()
      const emails = Array.from({ length: TIMES }, newEmail)
      for (const email of emails) likedo.next(fault, { email, times: 'always' })
      const exchanges = await Promise.all(emails.map(create))
      expect(exchanges.filter((exchange) => !tellsNothing(exchange))).toEqual([])
      expect(emails.map((email) => arrivalsOf(email).length)).toEqual(emails.map(() => 1))
    })
  })
}

test('without lanes the network stack sends a creation again by itself, and these tests would notice', async () => {
  let most = 0
  for (let turn = 0; turn < 10; turn += 1) {
    const first = newEmail()
    expect(await carrier.carryUntamed(creation(first))).toBe(true)
    const email = newEmail()
    likedo.next({ kind: 'drop', when: 'after', how: 'reset' }, { email, times: 'always' })
    await carrier.carryUntamed(creation(email))
    most = Math.max(most, arrivalsOf(email).length)
  }
  expect(most).toBeGreaterThan(1)
})

test('every method but GET has a connection to itself; reads share theirs', async () => {
  const headers = { Authorization: `Bearer ${DEFAULT_KEY}` }
  const url = `${likedo.origin}/api/v1/emails`
  for (const method of ['GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'GET'] as const) {
    await carrier.carry({ url, method, headers })
  }
  const arrivals = likedo.requests.map(({ method, onConnection }) => `${method} ${onConnection}`)
  expect(arrivals).toEqual(['GET 1', 'GET 2', 'POST 1', 'PUT 1', 'PATCH 1', 'DELETE 1', 'GET 3'])
})

test('a creation that the service acts on long after its time arrived once', async () => {
  await leaveConnectionsOpen()
  const email = newEmail()
  likedo.next({ kind: 'act-late', ms: 200 }, { email, times: 'always' })
  const exchange = await carrier.carry({ ...creation(email), timeoutMs: 300 })
  expect(exchange).toEqual({ kind: 'failure', failure: 'timeout', isSent: true, status: null })
  await likedo.when('acted', { email })
  expect(arrivalsOf(email)).toHaveLength(1)
})

test('no more than four writes are under way at once; waiting for a turn counts as time', async () => {
  const emails = Array.from({ length: 4 }, newEmail)
  for (const email of emails) likedo.next({ kind: 'silence', act: false }, { email })
  const silent = emails.map((email) => carrier.carry({ ...creation(email), timeoutMs: 1_500 }))
  for (const email of emails) await likedo.when('received', { email })
  const late = newEmail()
  const patient = newEmail()
  const [lateExchange, patientExchange] = await Promise.all([
    carrier.carry({ ...creation(late), timeoutMs: 300 }),
    carrier.carry({ ...creation(patient), timeoutMs: 8_000 }),
  ])
  expect(lateExchange).toEqual({ kind: 'failure', failure: 'timeout', isSent: false, status: null })
  expect(arrivalsOf(late)).toEqual([])
  expect(patientExchange).toMatchObject({ kind: 'answer', status: 201 })
  expect((await Promise.all(silent)).map((exchange) => exchange.kind)).toEqual(Array(4).fill('failure'))
})
