import { beforeEach, describe, expect, test } from 'vitest'
import { understandMessage } from '../../../src/main/actions/messages/understandMessage'
import { demoLikeDo } from '../../../src/main/demo/demoLikeDo'
import { createDemoLikeDo } from '../../../src/main/demo/likedo'
import { createDemoTransport } from '../../../src/main/demo/transport'
import { sendWithKey } from '../../../src/main/upstream/authorize'
import type { Exchange, OutboundRequest, Transport } from '../../../src/main/upstream/exchange'
import {
  decideCreate,
  findListed,
  readAddresses,
  readKeyCheck,
} from '../../../src/main/upstream/likedo/answers'
import { readInbox } from '../../../src/main/upstream/likedo/inbox'
import {
  createAddressRequest,
  keyCheckRequest,
  likedoRequest,
  listAddressesRequest,
} from '../../../src/main/upstream/likedo/requests'
import { take } from '../../support/actions/take'

const server = { origin: demoLikeDo.origin }
const wish = { timeoutMs: 10_000 }
const now = Date.UTC(2025, 10, 18, 14, 0, 0)
const held = [
  { id: 'a', email: 'quiet-lantern-207@demo.example', tag: 'trials', createdAt: now - 86_400_000 },
  { id: 'b', email: 'noble-cedar-684@pro.example', tag: null, createdAt: now - 40 * 86_400_000 },
]

let transport: Transport
beforeEach(() => {
  transport = createDemoTransport({ [demoLikeDo.origin]: createDemoLikeDo({ held, now: () => now }) })
})

const send = (request: OutboundRequest, key: string = demoLikeDo.key) => sendWithKey(transport, request, key)
const create = async (email: string, key?: string, tag: string | null = null) => {
  const request = take(createAddressRequest(server, { email, tag }, wish))
  return decideCreate(await send(request, key), { request, email, now })
}
const list = async (query: { page?: number; pageSize?: number; email?: string } = {}) => {
  const request = take(listAddressesRequest(server, { page: 1, pageSize: 100, ...query }, wish))
  const page = readAddresses(await send(request), { request, now })
  return page.ok && page.value.canList ? page.value.addresses : null
}

describe('the sample service', () => {
  test('has messages of an address from when it was made, and of nobody else', async () => {
    const ask = async (email: string) => {
      const inputs = { email, page: 1, pageSize: 20 }
      const request = take(likedoRequest(server, 'messages.list', inputs, wish))
      return readInbox(await send(request), { request, now })
    }
    const { messages, total } = take(await ask('quiet-lantern-207@demo.example'))
    expect(total).toBe(2)
    expect(messages.map(({ subject }) => subject)).toEqual([
      'Thank you for signing up',
      'Confirm your email address',
    ])
    const understood = messages.map(({ serviceId, ...said }) => understandMessage('a', serviceId, said))
    expect(understood[1]?.code).toMatch(/^\d{6}$/)
    expect(understood[1]?.link?.host).toBe('accounts.example')
    expect(understood[0]?.code).toBeNull()
    expect(await ask('somebody@demo.example')).toMatchObject({ error: { kind: 'rejected', status: 403 } })
  })

  test('makes an address once, and lists it from then on', async () => {
    expect(await create('brisk-otter-123@demo.example', undefined, 'travel')).toMatchObject({
      kind: 'done',
      value: { email: 'brisk-otter-123@demo.example', tag: 'travel', createdAt: now },
    })
    expect(await create('Brisk-Otter-123@demo.example')).toEqual({
      kind: 'refused',
      error: { kind: 'conflict', email: 'Brisk-Otter-123@demo.example' },
    })
    expect(findListed((await list()) ?? [], 'brisk-otter-123@demo.example')).not.toBeNull()
  })

  test('holds from the start what the store holds, newest first', async () => {
    expect((await list())?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await create(held[0]?.email ?? '')).toMatchObject({ kind: 'refused', error: { kind: 'conflict' } })
  })

  test('lists by pages, and by a part of an address', async () => {
    expect((await list({ page: 2, pageSize: 1 }))?.map(({ id }) => id)).toEqual(['b'])
    expect(await list({ page: 3, pageSize: 1 })).toEqual([])
    expect((await list({ email: 'CEDAR' }))?.map(({ id }) => id)).toEqual(['b'])
  })

  test('has both of its domains, which end in .example, and no other', async () => {
    for (const { domain } of demoLikeDo.domains) {
      expect(domain).toMatch(/\.example$/)
      expect((await create(`name-1@${domain}`)).kind).toBe('done')
    }
    expect(await create('name-1@ig.do')).toMatchObject({
      kind: 'refused',
      error: { kind: 'not-in-plan', domain: 'ig.do' },
    })
  })

  test.each(['admin@demo.example', 'support@demo.example', 'abc@demo.example', 'a..bcd@demo.example'])(
    'refuses %s as LikeDo does',
    async (email) => {
      expect(await create(email)).toMatchObject({ kind: 'refused', error: { kind: 'rejected', status: 400 } })
    },
  )

  test('refuses any key but its own', async () => {
    const request = take(keyCheckRequest(server, wish))
    expect(readKeyCheck(await send(request), { request, now })).toEqual({ ok: true, value: 'accepted' })
    expect(readKeyCheck(await send(request, 'sk_live_of_somebody'), { request, now })).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized' },
    })
    expect(await transport(request)).toMatchObject({ status: 401 })
  })

  test('ends with the month its plan grants', async () => {
    const full = Array.from({ length: 1000 }, (_, n) => ({
      id: String(n),
      email: `name-${n}@demo.example`,
      tag: null,
      createdAt: now,
    }))
    transport = createDemoTransport({ [demoLikeDo.origin]: createDemoLikeDo({ held: full, now: () => now }) })
    expect(await create('one-more@demo.example')).toMatchObject({ kind: 'refused', error: { kind: 'quota' } })
  })

  test('answers a body that is no request with 400, and a path it has not with 404', async () => {
    const request = take(createAddressRequest(server, { email: 'x', tag: null }, wish))
    expect(await send({ ...request, body: '{' })).toMatchObject({ status: 400 })
    expect(await send({ ...request, url: `${server.origin}/api/v1/nothing` })).toMatchObject({ status: 404 })
  })
})

describe('its transport', () => {
  const request = take(keyCheckRequest(server, wish))
  const carry = (app: (request: Request) => Promise<Response>, changes: Partial<OutboundRequest> = {}) =>
    createDemoTransport({ [demoLikeDo.origin]: app })({ ...request, ...changes })
  const failure = (what: string, isSent: boolean, status: number | null = null) => ({
    kind: 'failure',
    failure: what,
    isSent,
    status,
  })

  test('knows no other origin: nothing leaves the computer', async () => {
    let called = 0
    const app = async () => {
      called += 1
      return new Response()
    }
    expect(await carry(app, { url: 'https://like.do/api/v1/emails' })).toEqual(
      failure('name-not-found', false),
    )
    expect(called).toBe(0)
  })

  test('ends in time', async () => {
    expect(await carry(() => new Promise(() => {}), { timeoutMs: 50 })).toEqual(failure('timeout', true))
  })

  test('bounds the size of an answer', async () => {
    const app = async () => new Response('x'.repeat(11))
    expect(await carry(app, { maxBytes: 10 })).toEqual(failure('body-too-large', true, 200))
    expect(await carry(app, { maxBytes: 11 })).toMatchObject({ kind: 'answer', body: 'x'.repeat(11) })
  })

  test('brings no cookie back', async () => {
    const app = async () => new Response('', { headers: { 'set-cookie': 'sid=1', 'x-else': '2' } })
    const exchange: Exchange = await carry(app)
    expect(exchange).toMatchObject({ headers: { 'x-else': '2' } })
    expect(JSON.stringify(exchange)).not.toContain('sid')
  })

  test('never throws', async () => {
    expect(await carry(() => Promise.reject(new Error('a fault')))).toEqual(failure('lost', true))
  })
})
