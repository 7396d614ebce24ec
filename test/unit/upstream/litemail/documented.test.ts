import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sendWithKey } from '../../../../src/main/upstream/authorize'
import { findProblem } from '../../../../src/main/upstream/litemail/answers'
import { type Inputs, operationRequest } from '../../../../src/main/upstream/litemail/requests'
import { nodeTransport } from '../../../support/actions/nodeTransport'
import { goldenOperations } from '../../../support/litemail/golden'

/*
 * What Litemail's documentation shows, written out here from what was read there and from nothing in Mailroom's table: a
 * table that differs from the documentation fails here, however it came to differ.
 */

type Id = Parameters<typeof operationRequest>[1]
interface Seen {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const KEY = 'lm_live_documented_000000000001'
const read = { accept: 'application/json', 'x-api-key': KEY }
const write = { ...read, 'content-type': 'application/json' }

const documented: readonly (readonly [Id, Inputs, string, Seen])[] = [
  ['users.get', {}, '', { method: 'GET', target: '/v1/users', headers: read, body: '' }],
  [
    'mailboxes.list',
    { page: 2, limit: 50 },
    'ws_acme',
    {
      method: 'GET',
      target: '/v1/mailboxes?page=2&limit=50',
      headers: { ...read, 'x-workspace-key': 'ws_acme' },
      body: '',
    },
  ],
  [
    'mailboxes.create',
    { domainId: 'dom_1', firstName: 'Cleo', lastName: 'Brandt', username: 'cleo.brandt' },
    'ws_acme',
    {
      method: 'POST',
      target: '/v1/mailboxes',
      headers: { ...write, 'x-workspace-key': 'ws_acme' },
      body: '{"domainId":"dom_1","firstName":"Cleo","lastName":"Brandt","username":"cleo.brandt"}',
    },
  ],
  [
    'mailboxes.remove',
    { id: 'mbx_1' },
    '',
    { method: 'DELETE', target: '/v1/mailboxes/mbx_1', headers: read, body: '' },
  ],
  [
    'exports.connectInboxes',
    { ids: ['mbx_1', 'mbx_2'], app: 'SMARTLEAD' },
    '',
    {
      method: 'POST',
      target: '/v1/connect-inbox',
      headers: write,
      body: '{"ids":["mbx_1","mbx_2"],"app":"SMARTLEAD"}',
    },
  ],
  ['subscriptions.list', {}, '', { method: 'GET', target: '/v1/subscriptions', headers: read, body: '' }],
  [
    'subscriptions.upgrade',
    { id: 'sub_1', newPlan: 'Pro' },
    '',
    {
      method: 'PUT',
      target: '/v1/subscriptions/sub_1/upgrade',
      headers: write,
      body: '{"newPlan":"Pro"}',
    },
  ],
  [
    'dns.create',
    { domainId: 'dom_1', recordType: 'TXT', host: '_verify', value: 'token=1', ttl: 3600 },
    '',
    {
      method: 'POST',
      target: '/v1/dns',
      headers: write,
      body: '{"domainId":"dom_1","recordType":"TXT","host":"_verify","value":"token=1","ttl":3600}',
    },
  ],
  [
    'cloudflare.save',
    { email: 'ops@acme.test', apiKey: 'cf_1', accountId: '0a1b' },
    '',
    {
      method: 'POST',
      target: '/v1/cloudflare-credentials',
      headers: write,
      body: '{"email":"ops@acme.test","apiKey":"cf_1","accountId":"0a1b"}',
    },
  ],
]

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** A server that answers what `answer` says to what it sees, and forgets the headers that any client sends. */
async function serve(
  answer: (seen: Seen) => { readonly status: number; readonly body: unknown },
): Promise<{ readonly origin: string; readonly seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const {
        host: _h,
        connection: _c,
        'content-length': _l,
        'transfer-encoding': _t,
        ...headers
      } = request.headers
      const one = { method: request.method ?? '', target: request.url ?? '', headers, body } as Seen
      seen.push(one)
      const { status, body: said } = answer(one)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

async function ask(origin: string, id: Id, inputs: Inputs, workspaceId: string) {
  const request = operationRequest({ origin, basePath: '/v1' }, id, { inputs, workspaceId, timeoutMs: 5_000 })
  if (!request.ok) throw new Error(`${id}: ${JSON.stringify(request.error)}`)
  const exchange = await sendWithKey(nodeTransport, request.value, KEY, 'x-api-key')
  return findProblem(id, exchange, { request: request.value, now: 0 })
}

describe('what the documentation shows', () => {
  it('is written here without looking at Mailroom’s table', () => {
    for (const file of [
      import.meta.filename,
      join(import.meta.dirname, '../../../support/litemail/golden.ts'),
    ]) {
      expect(readFileSync(file, 'utf8')).not.toMatch(/from '[^']*src\/shared\//)
    }
  })

  it('is what reaches the service, to the letter: nine operations', async () => {
    const { origin, seen } = await serve(() => ({ status: 404, body: {} }))
    for (const [id, inputs, workspaceId] of documented) await ask(origin, id, inputs, workspaceId)
    expect(seen).toEqual(documented.map(([, , , expected]) => expected))
  })

  it('is asked with a token where the account has one', async () => {
    const { origin, seen } = await serve(() => ({ status: 404, body: {} }))
    const made = operationRequest({ origin, basePath: '/v1' }, 'users.get', { timeoutMs: 5_000 })
    if (!made.ok) throw new Error('not made')
    await sendWithKey(nodeTransport, made.value, 'header.payload.signature', 'bearer')
    expect(seen).toEqual([
      {
        method: 'GET',
        target: '/v1/users',
        headers: { accept: 'application/json', authorization: 'Bearer header.payload.signature' },
        body: '',
      },
    ])
  })
})

type Golden = (typeof goldenOperations)[number]

/** What was put into a hand-written request. */
const inputsOf = ({ path, request: { target, body } }: Golden): Inputs => {
  const url = new URL(target, 'http://localhost')
  const at = `/v1${path}`.split('/').indexOf('{id}')
  const id = url.pathname.split('/')[at]
  return {
    ...(at < 0 || id === undefined ? {} : { id }),
    ...Object.fromEntries(url.searchParams),
    // A body of the examples is an object of plain values.
    ...(body as Inputs | undefined),
  }
}

/** The operations of which a service says that there is nothing where Mailroom asks for them. */
async function findMissed(service: readonly Golden[]): Promise<string[]> {
  const { origin } = await serve(({ method, target }) => {
    const [path] = target.split('?')
    const found = service.find((one) => one.method === method && one.request.target.split('?')[0] === path)
    return found === undefined
      ? { status: 404, body: { status: 404, message: `Cannot ${method} ${path}` } }
      : found.answer
  })
  const missed: string[] = []
  for (const golden of goldenOperations) {
    // The ids are those of the examples, which a test of their own holds against the table.
    const problem = await ask(origin, golden.id as Id, inputsOf(golden), '')
    if (problem?.kind === 'no-such-path') missed.push(problem.operation)
    else if (problem !== null) throw new Error(`${golden.id}: ${JSON.stringify(problem)}`)
  }
  return missed
}

describe('a wrong table', () => {
  const wrong = goldenOperations.filter((_, at) => at % 6 === 2).slice(0, 10)

  it('is noticed at each of ten paths that the service has elsewhere, and nowhere else', async () => {
    expect(wrong).toHaveLength(10)
    const moved = goldenOperations.map((golden) =>
      wrong.includes(golden)
        ? {
            ...golden,
            request: { ...golden.request, target: golden.request.target.replace('/v1/', '/v1/moved/') },
          }
        : golden,
    )
    expect(await findMissed(moved)).toEqual(wrong.map(({ id }) => id))
  })

  it('is not seen where there is none', async () => {
    expect(await findMissed(goldenOperations)).toEqual([])
  })
})
