import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import type { Exchange, OutboundRequest } from '../../../src/main/upstream/exchange'
import type { KnownRead } from '../../../src/main/upstream/litemail/readAnswers'
import { operationRequest } from '../../../src/main/upstream/litemail/requests'
import type { FleetNoun, FleetPart } from '../../../src/shared/litemail/fleet'
import { explain, sentence } from '../../../src/shared/text/errors'
import { nodeTransport } from '../../support/actions/nodeTransport'
import { take } from '../../support/actions/take'
import { type Litemail, startLitemail } from '../../support/litemail/server'
import type { Fault } from '../../support/loopback/faults'
import { START } from '../upstream/fakeClock'
import { keptDomains, keptMailboxes } from './lists'
import { KEY, ORIGIN, type Simulation, simulate } from './simulation'

const HOLDS = { workspaces: 2, domains: 4, mailboxes: 24, at: START }
const SERVER = { origin: ORIGIN, basePath: '/v1' }
const MOST_BYTES = 16 * 1024 * 1024

const reads = {
  mailboxes: 'mailboxes.list',
  domains: 'domains.list',
  subscriptions: 'subscriptions.list',
  tags: 'tags.list',
  wallet: 'wallet.balance',
  workspaces: 'workspaces.list',
  // Last: a key that is refused there is refused for everything from then on.
  user: 'users.get',
} as const satisfies Record<FleetNoun, KnownRead>
// The keys of an object literal are exactly its type's keys here.
const nouns = Object.keys(reads) as readonly FleetNoun[]

interface Case {
  readonly name: string
  readonly fault: Fault
  /** What the list says then. */
  readonly says: (noun: FleetNoun) => object
  /** Whether it is more than the affair of that list, so that others wait as well. */
  readonly isOfAccount: (noun: FleetNoun) => boolean
}

const never = () => false
const isUser = (noun: FleetNoun) => noun === 'user'
const JSON_TYPE = { 'content-type': 'application/json' }
const refusal = (status: number, says: Case['says'], isOfAccount: Case['isOfAccount'] = never): Case => {
  const body = JSON.stringify({ status, message: 'Not this time' })
  const fault: Fault = { kind: 'answer', act: false, status, headers: JSON_TYPE, body }
  return { name: String(status), fault, says, isOfAccount }
}
const rejected = (status: number) => refusal(status, () => ({ kind: 'rejected', status }))
const failing = (name: string, status: 500 | 502 | 503, body: 'json' | 'html' | 'empty'): Case => ({
  name,
  fault: { kind: 'server-error', act: false, status, body },
  says: () => ({ kind: 'service-failed', status }),
  isOfAccount: never,
})
const unread = (
  name: string,
  fault: Fault,
  problem: string,
  isOfAccount: Case['isOfAccount'] = never,
): Case => ({
  name,
  fault,
  says: (noun) => ({ kind: 'bad-response', operation: reads[noun], problem }),
  isOfAccount,
})
const broken = (name: string, fault: Fault, kind: string): Case => ({
  name,
  fault,
  says: () => ({ kind }),
  isOfAccount: () => kind === 'rate-limited',
})
const otherShape = { status: 200, data: { is: { it: 'a list?' } } }
const cases: readonly Case[] = [
  refusal(
    401,
    (noun) =>
      isUser(noun) ? { kind: 'unauthorized' } : { kind: 'operation-unauthorized', operation: reads[noun] },
    isUser,
  ),
  rejected(403),
  refusal(404, (noun) => ({ kind: 'no-such-path', operation: reads[noun], status: 404 })),
  rejected(409),
  rejected(422),
  broken('429 with a time to wait', { kind: 'too-many', retryAfter: 'seconds', seconds: 1 }, 'rate-limited'),
  failing('500', 500, 'json'),
  failing('502 with a web page', 502, 'html'),
  failing('503', 503, 'empty'),
  broken('no answer in time', { kind: 'silence', act: false }, 'timeout'),
  broken('a reset', { kind: 'drop', when: 'before', how: 'reset' }, 'connection-lost'),
  unread('half a body', { kind: 'half-body', act: true, how: 'fin' }, 'truncated'),
  unread('half of the JSON', { kind: 'truncated-json', act: true }, 'truncated'),
  unread('another shape', { kind: 'wrong-shape', act: true, body: otherShape }, 'shape'),
  unread('more than fits', { kind: 'big-body', act: true, bytes: MOST_BYTES + 1 }, 'too-large'),
  unread('a web page', { kind: 'html', act: false }, 'html', isUser),
  unread('a redirect', { kind: 'redirect', act: false, status: 307, origin: '' }, 'redirect', isUser),
]

let litemail: Litemail
let elsewhere: Litemail
beforeAll(async () => {
  const users = [{ id: 'anna', keys: [KEY], holds: HOLDS }]
  litemail = await startLitemail({ users })
  elsewhere = await startLitemail({ users })
})
afterAll(async () => {
  await litemail.close()
  await elsewhere.close()
})

/** What a network makes of the fault: met for real, to be met again on the simulated clock. */
async function meet(fault: Fault, noun: FleetNoun): Promise<Exchange> {
  litemail.next(fault.kind === 'redirect' ? { ...fault, origin: elsewhere.origin } : fault)
  const server = { origin: litemail.origin, basePath: litemail.basePath }
  const timeoutMs = fault.kind === 'silence' ? 100 : 30_000
  const request = take(operationRequest(server, reads[noun], { timeoutMs }))
  return nodeTransport({ ...request, headers: { ...request.headers, 'x-api-key': KEY } })
}

async function read(sim: Simulation): Promise<readonly FleetPart[]> {
  await sim.clock.pass(60_000)
  take(await refreshFleet(sim.context, {}))
  await sim.rest()
  return take(await readFleetStatus(sim.context)).parts
}

async function readWhole(sim: Simulation): Promise<readonly FleetPart[]> {
  const parts = await read(sim)
  expect(parts.filter(({ problem, wholeAt }) => problem !== null || wholeAt === null)).toEqual([])
  return parts
}

/** Every row and figure that is shown of a fleet, but for ages: those are its parts'. */
async function shownOf(sim: Simulation) {
  const { store, clock } = sim.context
  const accounts = take(await store.read('litemail.accounts'))
  const overview = take(await store.read('fleet.overview', clock.now()))
  return {
    mailboxes: await keptMailboxes(sim),
    domains: await keptDomains(sim),
    workspaces: take(await store.read('fleet.workspaces', accounts[0]?.id ?? '')),
    counts: take(await store.read('fleet.counts')),
    users: accounts.map(({ userId, userEmail }) => ({ userId, userEmail })),
    overview: { ...overview, wallets: overview.wallets.map((wallet) => ({ ...wallet, at: null })) },
  }
}

const placeOf = ({ noun, workspaceId, kept }: FleetPart) => ({ noun, workspaceId, kept })
const ageOf = ({ wholeAt, at, announced }: FleetPart) => ({ wholeAt, at, announced })

describe('a list of a fleet that was read whole, when each of its requests meets', () => {
  it.each(cases)(
    '$name: keeps its rows and its age, says why, and stops no other list',
    async ({ fault, says, isOfAccount }) => {
      // Waits of whole milliseconds, as a clock has them.
      vi.spyOn(Math, 'random').mockReturnValue(0.5)
      const sim = simulate({ holds: HOLDS })
      const sent: OutboundRequest[] = []
      await sim.connect()
      let last: readonly FleetPart[] | null = await readWhole(sim)
      const shown = await shownOf(sim)
      expect([shown.mailboxes.length, shown.domains.length, shown.workspaces.length]).toEqual([24, 4, 2])
      for (const noun of nouns) {
        // What failed the last time is read again beside the next one, but for what was of the account.
        sim.network = null
        const before: readonly FleetPart[] = last ?? (await readWhole(sim))
        const met = await meet(fault, noun)
        const { pathname } = new URL(take(operationRequest(SERVER, reads[noun], { timeoutMs: 1 })).url)
        sim.network = (request) => {
          sent.push(request)
          return new URL(request.url).pathname === pathname ? met : null
        }
        const after = await read(sim)
        expect(await shownOf(sim), noun).toEqual(shown)
        expect(after.map(placeOf), noun).toEqual(before.map(placeOf))
        for (const [index, part] of after.entries()) {
          const known = before[index]
          if (known === undefined) throw new Error('not one of those before')
          if (part.noun === noun) {
            expect(ageOf(part), noun).toEqual(ageOf(known))
            expect(part.problem, noun).toMatchObject(says(noun))
          } else if (!isOfAccount(noun)) {
            expect(part, noun).toMatchObject({ problem: null, isIncomplete: false, state: 'resting' })
            expect(part.wholeAt, `${part.noun} beside ${noun}`).toBeGreaterThan(known.wholeAt ?? 0)
          }
          if (part.problem === null) continue
          const { reason, next } = explain(part.problem, 'litemail')
          expect(reason).toMatch(/\S/)
          expect(next).toMatch(/\S/)
          expect(sentence(part.problem, 'litemail')).not.toMatch(/undefined|null|\[object/)
        }
        last = isOfAccount(noun) ? null : after
      }
      expect(new Set(sent.map(({ url }) => new URL(url).origin))).toEqual(new Set([ORIGIN]))
      expect(elsewhere.requests).toEqual([])
    },
  )
})
