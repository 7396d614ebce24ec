import { connect as connectTls } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startLikeDoProcess } from '../../support/likedo/remote'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { connectRaw, rawRequest } from '../../support/rawClient'

const CREATE = '/api/v1/emails/create'
let likedo: LikeDo

beforeEach(async () => {
  likedo = await startLikeDo()
})
afterEach(() => likedo.close())

describe('the log', () => {
  it('has everything of a request and of what became of it', async () => {
    const before = Date.now()
    const raw = await connectRaw(likedo.port)
    raw.send(rawRequest('POST', `${CREATE}?a=1&b=%40`, DEFAULT_KEY, { email: 'myemail@ig.do', tag: 'x' }))
    await likedo.when('answered')
    raw.close()

    expect(likedo.requests).toEqual([
      {
        number: 1,
        at: expect.toSatisfy((at: number) => at >= before && at <= Date.now()),
        connection: 1,
        onConnection: 1,
        method: 'POST',
        target: `${CREATE}?a=1&b=%40`,
        path: CREATE,
        query: { a: '1', b: '@' },
        headers: {
          host: '127.0.0.1',
          authorization: `Bearer ${DEFAULT_KEY}`,
          'content-type': 'application/json',
          'content-length': '35',
        },
        body: '{"email":"myemail@ig.do","tag":"x"}',
        email: 'myemail@ig.do',
        fault: null,
        effect: { status: 201, created: 'myemail@ig.do', at: expect.any(Number) },
        answered: { status: 201, whole: true },
        ended: 'answered',
      },
    ])
  })

  it('has a request whose client left in the middle of the body, and nothing is done for it', async () => {
    const raw = await connectRaw(likedo.port)
    raw.send(rawRequest('POST', CREATE, DEFAULT_KEY, { email: 'myemail@ig.do' }).slice(0, -6))
    await expect.poll(() => likedo.requests.length).toBe(1)
    raw.close()
    await likedo.when('ended')

    expect(likedo.requests[0]).toMatchObject({
      body: '{"email":"myemail@i',
      effect: null,
      answered: null,
      ended: 'client',
    })
    expect(likedo.addressesOf(DEFAULT_KEY)).toEqual([])
  })

  it('tells connections apart, also those on which nothing came', async () => {
    const idle = await connectRaw(likedo.port)
    const busy = await connectRaw(likedo.port)
    busy.send(rawRequest('GET', '/api/v1/emails', DEFAULT_KEY))
    await busy.until(/}$/)
    busy.send(rawRequest('GET', '/api/v1/emails', DEFAULT_KEY))
    await likedo.when('answered', { connection: 'reused' })
    idle.close()
    await expect.poll(() => likedo.connections[0]?.closedAt).not.toBeNull()

    expect(likedo.connections).toMatchObject([
      { number: 1, requests: 0, closedAt: expect.any(Number) },
      { number: 2, requests: 2, closedAt: null },
    ])
    busy.close()
  })

  it('keeps every value of a header that was sent twice', async () => {
    const raw = await connectRaw(likedo.port)
    raw.send(
      'GET /api/v1/emails HTTP/1.1\r\nhost: a\r\nauthorization: Bearer one\r\nAuthorization: Bearer two\r\n\r\n',
    )
    await likedo.when('answered')
    raw.close()

    expect(likedo.requests[0]?.headers.authorization).toBe('Bearer one, Bearer two')
  })

  it('numbers go on after it was emptied', async () => {
    const ask = (): Promise<Response> => fetch(`${likedo.origin}/`)
    await ask()
    likedo.forget()
    await ask()

    expect(likedo.requests.map(({ number }) => number)).toEqual([2])
  })
})

describe('waiting for a moment', () => {
  it('rejects with what was seen instead', async () => {
    await fetch(`${likedo.origin}/elsewhere`)

    await expect(likedo.when('acted', { method: 'POST' }, 20)).rejects.toThrow(
      /was acted within 20 ms.*GET \/elsewhere/,
    )
  })

  it('tells a listener before the answer leaves', async () => {
    const seen: unknown[] = []
    const stop = likedo.on('acted', ({ answered, effect }) => seen.push([answered, effect?.status]))
    await fetch(`${likedo.origin}/`)
    stop()
    await fetch(`${likedo.origin}/`)

    expect(seen).toEqual([[null, 401]])
  })

  it('picks the request by key, path and number', async () => {
    likedo.addKey('caller', 'second')
    const ask = (key: string): Promise<Response> =>
      fetch(`${likedo.origin}/api/v1/emails`, { headers: { authorization: `Bearer ${key}` } })
    await ask(DEFAULT_KEY)
    await ask('second')
    await ask('second')

    expect((await likedo.when('ended', { key: 'second', path: '/api/v1/emails' })).number).toBe(2)
    expect((await likedo.when('ended', { key: 'second', after: 2 })).number).toBe(3)
  })
})

describe('a server that is not there', () => {
  it('refuses connections while it is offline, and keeps its port and its addresses', async () => {
    likedo.hold(DEFAULT_KEY, 'myemail@ig.do')
    await likedo.goOffline()
    await expect(connectRaw(likedo.port)).rejects.toThrow(/ECONNREFUSED/)

    await likedo.comeBack()

    const raw = await connectRaw(likedo.port)
    raw.send(rawRequest('GET', '/api/v1/emails', DEFAULT_KEY))
    expect(await raw.until(/}\]}$/)).toMatch(/myemail@ig\.do/)
    raw.close()
  })

  it('breaks what is under way when it goes offline, and still acts on it', async () => {
    const raw = await connectRaw(likedo.port)
    likedo.next({ kind: 'delay', before: 100 })
    raw.send(rawRequest('POST', CREATE, DEFAULT_KEY, { email: 'myemail@ig.do' }))
    await likedo.when('received')
    await likedo.goOffline()
    await raw.ended
    await likedo.settled()

    expect(likedo.requests[0]).toMatchObject({ effect: { created: 'myemail@ig.do' }, ended: 'offline' })
  })
})

describe('a server in a process of its own', () => {
  it('does the same, with its log and switches over a second port', async () => {
    const remote = await startLikeDoProcess({ users: [{ name: 'caller', keys: ['k'] }] })
    const create = (email: string): Promise<Response> =>
      fetch(remote.origin + CREATE, {
        method: 'POST',
        headers: { authorization: 'Bearer k' },
        body: JSON.stringify({ email }),
      })
    try {
      await remote.next({ kind: 'half-status', act: true, how: 'reset' }, { email: 'second@ig.do' })
      expect((await create('first@ig.do')).status).toBe(201)
      await expect(create('second@ig.do')).rejects.toThrow()
      expect(await remote.when('ended', { email: 'second@ig.do' })).toMatchObject({ ended: 'cut' })

      expect((await remote.addressesOf('k')).map(({ email }) => email)).toEqual([
        'second@ig.do',
        'first@ig.do',
      ])
      expect((await remote.requests()).map(({ fault }) => fault)).toEqual([null, 'half-status'])
      expect(await remote.connections()).toHaveLength(2)
      await expect(remote.addressesOf('nobody')).rejects.toThrow('no such key or user: nobody')
    } finally {
      await remote.close()
    }
    await expect(create('third@ig.do')).rejects.toThrow()
  })
})

describe('the HTTPS variant', () => {
  it('shows a certificate that nobody vouches for', async () => {
    const secure = await startLikeDo({ tls: true })
    const problem = await new Promise<string>((resolve, reject) => {
      const socket = connectTls({ port: secure.port, host: '127.0.0.1' }, () =>
        reject(new Error('it was trusted')),
      )
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    })
    expect(secure.origin).toMatch(/^https:/)
    expect(problem).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')

    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connectTls({ port: secure.port, host: '127.0.0.1', rejectUnauthorized: false }, () =>
        socket.write(rawRequest('GET', '/api/v1/emails', DEFAULT_KEY)),
      )
      socket.once('data', (data) => {
        resolve(data.toString())
        socket.destroy()
      })
      socket.once('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(secure.requests).toHaveLength(1)
    await secure.close()
  })

  it('an ordinary server answers a TLS hello with something else', async () => {
    const problem = await new Promise<string>((resolve) => {
      connectTls({ port: likedo.port, host: '127.0.0.1' }).on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code ?? ''),
      )
    })

    expect(problem).toMatch(/^(ERR_SSL_|ECONNRESET|EPROTO)/)
    expect(likedo.requests).toEqual([])
  })
})
