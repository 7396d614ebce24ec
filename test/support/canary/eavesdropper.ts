import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Somebody on loopback who writes down every byte that comes and answers everything alike. */
export interface Eavesdropper {
  readonly port: number
  /** All bytes so far, in the order in which they came. */
  heard(): Buffer
  close(): Promise<void>
}

/** `answer`: what a connection is told once its first bytes are there, before it is ended. */
export async function startEavesdropper(answer: string): Promise<Eavesdropper> {
  const chunks: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.once('data', () => socket.end(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    port: address.port,
    heard: () => Buffer.concat(chunks),
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
