import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Somebody outside whom a page tries to reach: counts whatever arrives, over TCP and UDP. */
export interface Listener {
  readonly port: number
  readonly arrivals: () => readonly string[]
  close(): Promise<void>
}

export async function startListener(): Promise<Listener> {
  const arrivals: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    arrivals.push('tcp')
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\n\r\nhi')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  const datagrams = createSocket('udp4', () => arrivals.push('udp'))
  datagrams.bind(address.port, '127.0.0.1')
  await once(datagrams, 'listening')
  return {
    port: address.port,
    arrivals: () => arrivals,
    async close() {
      datagrams.close()
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
