import { connect } from 'node:net'

/** A bare TCP connection: what was received on it, and how it ended. */
export interface RawConnection {
  send(bytes: string): void
  /** Everything received so far, one character a byte. */
  received(): string
  /** Resolves when what was received fits, or rejects when the connection ends without that. */
  until(pattern: RegExp): Promise<string>
  /** Resolves when the other side ended the connection: in the ordinary way, or with a reset. */
  ended: Promise<'fin' | 'reset'>
  close(): void
}

/** Connects to a port on loopback without knowing anything of HTTP. */
export const connectRaw = async (port: number): Promise<RawConnection> => {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: false })
  let received = ''
  socket.setEncoding('latin1')
  socket.on('data', (part) => {
    received += part
  })
  const ended = new Promise<'fin' | 'reset'>((resolve) => {
    socket.once('end', () => resolve('fin'))
    socket.once('error', () => resolve('reset'))
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return {
    send: (bytes) => void socket.write(bytes, 'latin1'),
    received: () => received,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(received)) resolve(received)
        }
        socket.on('data', look)
        socket.once('close', () =>
          reject(new Error(`the connection ended after ${JSON.stringify(received)}`)),
        )
        look()
      }),
    ended,
    close: () => socket.destroy(),
  }
}

/** The bytes of an HTTP/1.1 request with a JSON body, or without one. */
export const rawRequest = (method: string, target: string, key: string, body?: unknown): string => {
  const json = body === undefined ? '' : JSON.stringify(body)
  const length =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${json.length}\r\n`
  return `${method} ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\n${length}\r\n${json}`
}
