import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { OutboundRequest } from '../../../src/main/upstream/exchange'
import type { Order, Report, Tasks } from './carrierMain'

/** The tests' end of the socket over which a carrier takes orders. */
export interface Orders {
  readonly port: number
  /** Resolves when the carrier is there. */
  arrived(): Promise<unknown>
  give<T extends keyof Tasks>(task: T, request: OutboundRequest): ReturnType<Tasks[T]>
  close(): void
}

/** Waits on a free port of the loopback for one carrier. */
export async function openOrders(): Promise<Orders> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('listens on no port')
  const waiting = new Map<number, (result: unknown) => void>()
  let carrier: Socket | null = null
  let given = 0
  const arrival = once(server, 'connection')
  server.on('connection', (socket) => {
    carrier = socket
    createInterface(socket).on('line', (line) => {
      // Written by carrierMain.ts, from the same commit.
      const { id, result } = JSON.parse(line) as Report
      waiting.get(id)?.(result)
      waiting.delete(id)
    })
  })
  const give = <T extends keyof Tasks>(task: T, request: OutboundRequest) => {
    given += 1
    const order: Order = { id: given, task, request }
    const result = new Promise((resolve) => waiting.set(order.id, resolve))
    carrier?.write(`${JSON.stringify(order)}\n`)
    // The carrier answers a task with what that task gives.
    return result as ReturnType<Tasks[T]>
  }
  return {
    port: address.port,
    arrived: () => arrival,
    give,
    close() {
      carrier?.destroy()
      server.close()
    },
  }
}
