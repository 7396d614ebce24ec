import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../support/likedo/server'
import { type Carrier, startCarrier } from './transport/carrier'

let carrier: Carrier

test.beforeAll(async () => {
  carrier = await startCarrier()
})
test.afterAll(() => carrier.close())

const notSent = (what: string) => ({ kind: 'failure', failure: what, isSent: false, status: null })
const perhapsSent = (what: string) => ({ kind: 'failure', failure: what, isSent: true, status: null })
const headers = { Authorization: `Bearer ${DEFAULT_KEY}` }

/** A bare server: what it does with a connection is the test's. */
async function listen(onConnection: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('listens on no port')
  return { server, port: address.port }
}

const unusedPort = async (): Promise<number> => {
  const { server, port } = await listen(() => {})
  server.close()
  await once(server, 'close')
  return port
}

for (const method of ['POST', 'GET'] as const) {
  test.describe(`${method}, certainly never sent:`, () => {
    test('nobody listens', async () => {
      const url = `http://127.0.0.1:${await unusedPort()}/`
      expect(await carrier.carry({ url, method, headers })).toEqual(notSent('refused'))
    })

    test('a port that no browser calls', async () => {
      expect(await carrier.carry({ url: 'http://127.0.0.1:25/', method, headers })).toEqual(
        notSent('refused'),
      )
    })

    test('no such name', async () => {
      const url = 'https://nobody.invalid/'
      expect(await carrier.carry({ url, method, headers })).toEqual(notSent('name-not-found'))
    })

    test('a certificate that nobody vouches for', async () => {
      const likedo = await startLikeDo({ tls: true })
      const url = `${likedo.origin}/api/v1/emails`
      expect(await carrier.carry({ url, method, headers })).toEqual(notSent('tls'))
      expect(likedo.requests).toEqual([])
      await likedo.close()
    })

    test('http to another computer, or another scheme, is refused here', async () => {
      for (const url of [
        'http://like.example/',
        'http://10.0.0.1/',
        'file:///etc/hostname',
        'data:,x',
        'no URL',
      ]) {
        expect(await carrier.carry({ url, method, headers }), url).toEqual(notSent('refused'))
      }
    })

    test('a header that is none is refused here', async () => {
      const likedo = await startLikeDo()
      const url = `${likedo.origin}/api/v1/emails`
      expect(await carrier.carry({ url, method, headers: { Authorization: 'Bearer a\nb: c' } })).toEqual(
        notSent('refused'),
      )
      expect(likedo.requests).toEqual([])
      await likedo.close()
    })
  })

  test.describe(`${method}, perhaps sent:`, () => {
    test('a server that does not speak TLS', async () => {
      const { server, port } = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      const url = `https://127.0.0.1:${port}/`
      expect(await carrier.carry({ url, method, headers })).toEqual(perhapsSent('tls'))
      server.close()
    })

    test('a server that hangs up before it has read anything', async () => {
      const { server, port } = await listen((socket) => socket.resetAndDestroy())
      const url = `http://127.0.0.1:${port}/`
      expect(await carrier.carry({ url, method, headers })).toEqual(perhapsSent('lost'))
      server.close()
    })

    test('a server that takes the connection and says nothing, TLS or not', async () => {
      const { server, port } = await listen(() => {})
      for (const scheme of ['http', 'https']) {
        const url = `${scheme}://127.0.0.1:${port}/`
        expect(await carrier.carry({ url, method, headers, timeoutMs: 400 })).toEqual(perhapsSent('timeout'))
      }
      server.close()
    })
  })
}

test.describe('a strange server', () => {
  const answerOf = async (head: string) => {
    const { server, port } = await listen((socket) => {
      socket.on('data', () =>
        socket.end(`HTTP/1.1 ${head}\r\nContent-Length: 3\r\nConnection: close\r\n\r\nodd`),
      )
    })
    const exchange = await carrier.carry({ url: `http://127.0.0.1:${port}/`, headers, timeoutMs: 2_000 })
    server.close()
    return exchange
  }

  for (const status of [600, 999]) {
    test(`that answers ${status} has answered`, async () => {
      expect(await answerOf(`${status} Odd`)).toMatchObject({ kind: 'answer', status, body: 'odd' })
    })
  }

  for (const head of ['0 Odd', '20', '99 Odd']) {
    test(`that answers "${head}" has not`, async () => {
      expect(await answerOf(head)).toEqual(perhapsSent('lost'))
    })
  }

  test('that answers 101 leaves nothing but its silence', async () => {
    expect(await answerOf('101 Switching Protocols')).toMatchObject({ kind: 'failure', isSent: true })
  })

  test('that sends for ever is hung up on as soon as there is more than allowed', async () => {
    let written = 0
    const { server, port } = await listen((socket) => {
      const chunk = Buffer.alloc(65_536, 97)
      const write = () => {
        while (!socket.destroyed) {
          written += chunk.length
          if (!socket.write(chunk)) return
        }
      }
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n')
        socket.on('drain', write)
        write()
      })
    })
    const hungUp = new Promise((resolve) => server.on('connection', (socket) => socket.on('close', resolve)))
    const url = `http://127.0.0.1:${port}/`
    expect(await carrier.carry({ url, headers, maxBytes: 2 * 1024 * 1024 })).toEqual({
      ...perhapsSent('body-too-large'),
      status: 200,
    })
    await hungUp
    expect(written).toBeLessThan(64 * 1024 * 1024)
    server.close()
  })
})

test.describe('over the proxy of this computer', () => {
  const viaProxy = async (port: number, use: (proxied: Carrier) => Promise<void>) => {
    const proxied = await startCarrier([
      `--proxy-server=http://127.0.0.1:${port}`,
      '--proxy-bypass-list=<-loopback>',
    ])
    try {
      await use(proxied)
    } finally {
      await proxied.close()
    }
  }

  test('that nobody runs: never sent', async () => {
    await viaProxy(await unusedPort(), async (proxied) => {
      expect(await proxied.carry({ url: 'https://like.example/', headers })).toEqual(notSent('proxy'))
    })
  })

  for (const answer of [
    '502 Bad Gateway',
    '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"',
  ]) {
    test(`that answers ${answer.slice(0, 3)}: never sent, nobody is asked for a password, and it sees no key`, async () => {
      let heard = ''
      const { server, port } = await listen((socket) => {
        socket.on('data', (data) => {
          heard += data.toString('latin1')
          socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
        })
      })
      await viaProxy(port, async (proxied) => {
        expect(await proxied.carry({ url: 'https://like.example/', headers, timeoutMs: 8_000 })).toEqual(
          notSent('proxy'),
        )
      })
      expect(heard).toContain('CONNECT like.example:443')
      expect(heard).not.toContain(DEFAULT_KEY)
      server.close()
    })
  }
})

test.describe('when the network service dies', () => {
  let likedo: LikeDo
  test.beforeEach(async () => {
    likedo = await startLikeDo()
  })
  test.afterEach(() => likedo.close())

  const create = (email: string) =>
    carrier.carry({
      url: `${likedo.origin}/api/v1/emails/create`,
      headers,
      body: JSON.stringify({ email }),
      timeoutMs: 8_000,
    })
  const list = () =>
    carrier.carry({ url: `${likedo.origin}/api/v1/emails`, method: 'GET', headers, timeoutMs: 8_000 })
  const killNetworkService = async () => {
    const pids = await carrier.networkServices()
    expect(pids).toHaveLength(1)
    for (const pid of pids) process.kill(pid, 'SIGKILL')
  }

  test('what was under way may have been sent, and what comes after it works', async () => {
    likedo.next({ kind: 'silence', act: true }, { times: 2 })
    const under = [create('under-way@ig.do'), list()]
    await likedo.when('acted', { method: 'POST' })
    await likedo.when('received', { method: 'GET' })
    await killNetworkService()
    expect(await Promise.all(under)).toEqual([perhapsSent('lost'), perhapsSent('lost')])
    await expect.poll(() => list()).toMatchObject({ kind: 'answer', status: 200 })
    expect(await create('after-it@ig.do')).toMatchObject({ kind: 'answer', status: 201 })
    expect(likedo.requests.filter(({ email }) => email === 'under-way@ig.do')).toHaveLength(1)
  })

  test('writes that are called in that very moment are carried, or truly told as not sent, each once', async () => {
    await create('before-it@ig.do')
    await killNetworkService()
    const emails = Array.from({ length: 12 }, (_, n) => `moment-${n}@ig.do`)
    const exchanges = await Promise.all(emails.map(create))
    for (const [n, exchange] of exchanges.entries()) {
      const arrivals = likedo.requests.filter(({ email }) => email === emails[n]).length
      expect(arrivals).toBeLessThanOrEqual(1)
      if (exchange.kind === 'answer') expect(arrivals).toBe(1)
      else if (!exchange.isSent) expect(arrivals).toBe(0)
    }
    expect(await create('after-it@ig.do')).toMatchObject({ kind: 'answer', status: 201 })
  })
})
