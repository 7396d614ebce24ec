import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectLitemail } from '../../../../src/main/actions/litemail/connectLitemail'
import { readOperation } from '../../../../src/main/actions/litemail/readOperation'
import { systemClock } from '../../../../src/main/upstream/clock'
import { createLimiter } from '../../../../src/main/upstream/limiter'
import type { KnownRead } from '../../../../src/main/upstream/litemail/readAnswers'
import type { AppError } from '../../../../src/shared/errors'
import type { LitemailAccount } from '../../../../src/shared/litemail/account'
import { operationOf } from '../../../../src/shared/litemail/operations'
import { explain, sentence } from '../../../../src/shared/text/errors'
import { openWorld, take, type World } from '../../../support/actions/world'
import { type Litemail, startLitemail } from '../../../support/litemail/server'
import type { Fault } from '../../../support/loopback/faults'
import { bundleStoreWorker } from '../../store/bundleStoreWorker'

const SHORT_MS = 400
/** A machine that does much else at the same time is slow, and only one case is about that. */
const LONG_MS = 30_000
const refusal = (status: number): Fault => ({
  kind: 'answer',
  act: false,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ status, message: 'Not this time' }),
})

interface Case {
  readonly name: string
  readonly timeoutMs?: number
  readonly fault: (elsewhere: Litemail) => Fault
  /** How many sendings it breaks. */
  readonly times?: number
  /** What a read says then; null: it works all the same. */
  readonly says: (operation: KnownRead) => Partial<AppError> | null
}

const badResponse =
  (problem: string): Case['says'] =>
  (operation) =>
    ({ kind: 'bad-response', operation, problem }) as Partial<AppError>
const says = (error: Partial<AppError>) => () => error

const cases: readonly Case[] = [
  { name: '401', fault: () => refusal(401), says: says({ kind: 'unauthorized' }) },
  { name: '403', fault: () => refusal(403), says: says({ kind: 'rejected', status: 403 }) },
  {
    name: '404',
    fault: () => refusal(404),
    says: (operation) => ({ kind: 'no-such-path', operation, status: 404 }),
  },
  { name: '409', fault: () => refusal(409), says: says({ kind: 'rejected', status: 409 }) },
  { name: '422', fault: () => refusal(422), says: says({ kind: 'rejected', status: 422 }) },
  {
    name: '429 three times',
    fault: () => ({ kind: 'too-many', retryAfter: 'none' }),
    times: 3,
    says: says({ kind: 'rate-limited', by: 'service' }),
  },
  {
    name: '429 twice',
    fault: () => ({ kind: 'too-many', retryAfter: 'none' }),
    times: 2,
    says: () => null,
  },
  {
    name: '500',
    fault: () => ({ kind: 'server-error', act: false, status: 500, body: 'json' }),
    says: says({ kind: 'service-failed', status: 500 }),
  },
  {
    name: '502 with a web page',
    fault: () => ({ kind: 'server-error', act: false, status: 502, body: 'html' }),
    says: says({ kind: 'service-failed', status: 502 }),
  },
  {
    name: '503',
    fault: () => ({ kind: 'server-error', act: false, status: 503, body: 'empty' }),
    says: says({ kind: 'service-failed', status: 503 }),
  },
  {
    name: 'no answer in time',
    timeoutMs: SHORT_MS,
    fault: () => ({ kind: 'silence', act: false }),
    says: says({ kind: 'timeout', afterMs: SHORT_MS }),
  },
  {
    name: 'a reset',
    fault: () => ({ kind: 'drop', when: 'before', how: 'reset' }),
    says: says({ kind: 'connection-lost' }),
  },
  {
    name: 'half a body',
    fault: () => ({ kind: 'half-body', act: true, how: 'fin' }),
    says: badResponse('truncated'),
  },
  {
    name: 'half of the JSON',
    fault: () => ({ kind: 'truncated-json', act: true }),
    says: badResponse('truncated'),
  },
  {
    name: 'another shape',
    fault: () => ({ kind: 'wrong-shape', act: true, body: { status: 200, data: { is: { it: 'a list?' } } } }),
    says: badResponse('shape'),
  },
  {
    name: 'a web page',
    fault: () => ({ kind: 'html', act: false }),
    says: badResponse('html'),
  },
  {
    name: '50 MB',
    fault: () => ({ kind: 'big-body', act: true, bytes: 50 * 1024 * 1024 }),
    says: badResponse('too-large'),
  },
  {
    name: 'a redirect to another origin',
    fault: (elsewhere) => ({ kind: 'redirect', act: false, status: 307, origin: elsewhere.origin }),
    says: badResponse('redirect'),
  },
]

const reads: readonly KnownRead[] = [
  'users.get',
  'workspaces.list',
  'mailboxes.list',
  'mailboxes.get',
  'domains.list',
  'domains.get',
  'subscriptions.list',
  'wallet.balance',
  'tags.list',
]

let litemail: Litemail
let elsewhere: Litemail
let world: World
/** What breaks the requests of one key, and how often still. */
const breaking = new Map<string, { fault: Fault; left: number }>()
beforeAll(async () => {
  const users = cases.map((_, n) => ({ id: `user-${n}`, keys: [keyOf(n)], holds: 'golden' as const }))
  litemail = await startLitemail({ users })
  elsewhere = await startLitemail({ users })
  litemail.faults(({ headers }) => {
    const broken = breaking.get(headers['x-api-key'] ?? '')
    if (broken === undefined || broken.left === 0) return undefined
    broken.left -= 1
    return broken.fault
  })
  world = await openWorld(await bundleStoreWorker())
})
afterAll(async () => {
  await world.close()
  litemail.release()
  await litemail.close()
  await elsewhere.close()
})

const keyOf = (n: number) => `lm_live_of_user_number_${n}_and_no_other`

/** Each case has a user of its own, so that none waits for another. */
async function connect(n: number): Promise<LitemailAccount> {
  const connected = await connectLitemail(world.context, {
    server: { origin: litemail.origin, basePath: litemail.basePath },
    key: keyOf(n),
    authentication: 'api-key',
    keyKept: 'until-quit',
    whenUnreached: 'say',
  })
  return take(connected).account
}

const idFor = (operation: KnownRead, key: string): Record<string, string> => {
  const { mailboxes, domains } = litemail.holdings(key)
  if (operation === 'mailboxes.get') return { id: mailboxes[0]?.id ?? '' }
  return operation === 'domains.get' ? { id: domains[0]?.id ?? '' } : {}
}

describe('whatever goes wrong with a read', () => {
  it.concurrent.each(cases.map((one, n) => ({ ...one, n })))(
    '$name: each of them says so in words, and its key goes nowhere else',
    async ({ fault, times = Number.POSITIVE_INFINITY, timeoutMs = LONG_MS, says: said, n }) => {
      const account = await connect(n)
      const key = keyOf(n)
      // Waits after a refusal are short here: their length is what the limiter's own tests are about.
      const kept = { load: async () => null, save: async () => undefined }
      const limiter = createLimiter({ clock: systemClock, random: () => 0.01, kept })
      for (const operation of reads) {
        breaking.set(key, { fault: fault(elsewhere), left: times })
        const answer = await readOperation({ ...world.context, limiter }, account, operation, {
          inputs: idFor(operation, key),
          pace: 'click',
          waitMs: 20_000,
          timeoutMs,
        })
        const expected = said(operation)
        if (expected === null) {
          expect(answer.ok, operation).toBe(true)
          continue
        }
        if (answer.ok) throw new Error(`${operation} answered all the same`)
        expect(answer.error, operation).toMatchObject(expected)
        const { reason, next } = explain(answer.error, 'litemail')
        expect(reason).toMatch(/\S/)
        expect(next).toMatch(/\S/)
        expect(sentence(answer.error, 'litemail')).not.toMatch(/undefined|null|\[object/)
      }
    },
    120_000,
  )

  it('each was asked at its own path, with its own key alone, and nobody else was asked anything', () => {
    expect(elsewhere.requests).toEqual([])
    for (const { headers } of litemail.requests) {
      expect(headers['x-api-key']).toMatch(/^lm_live_of_user_number_\d+_and_no_other$/)
      expect(headers).not.toHaveProperty('authorization')
    }
    const asked = new Set(litemail.requests.map(({ path }) => path.split('/').slice(0, 3).join('/')))
    expect(asked).toEqual(
      new Set(reads.map((read) => `/v1${operationOf(read).path}`.split('/').slice(0, 3).join('/'))),
    )
  })
})
