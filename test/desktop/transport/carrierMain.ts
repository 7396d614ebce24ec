import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { app, session } from 'electron'
import type { Exchange, OutboundRequest } from '../../../src/main/upstream/exchange'
import { createTransport, prepareNetwork } from '../../../src/main/upstream/transport'

/** What a test may ask of the carrier. */
export interface Tasks {
  /** Mailroom's own transport. */
  carry(request: OutboundRequest): Promise<Exchange>
  /** The same request over the network stack as it is, to see that a test would notice. Whether it was answered. */
  carryUntamed(request: OutboundRequest): Promise<boolean>
  /** Process ids of Chromium's network service. */
  networkServices(): Promise<number[]>
}

/** One line of the socket to here, and the one that answers it. */
export interface Order {
  readonly id: number
  readonly task: keyof Tasks
  readonly request: OutboundRequest
}
export interface Report {
  readonly id: number
  readonly result: unknown
}

prepareNetwork()

const tasks: Tasks = {
  carry: createTransport(),
  async carryUntamed({ url, method, headers, body }) {
    try {
      const init = { method, headers, ...(body === undefined ? {} : { body }) }
      await (await session.defaultSession.fetch(url, init)).text()
      return true
    } catch {
      return false
    }
  },
  networkServices: async () =>
    app
      .getAppMetrics()
      .filter((metric) => metric.serviceName === 'network.mojom.NetworkService')
      .map((metric) => metric.pid),
}

// Orders come over a socket: what Playwright evaluates interrupts running code, and Node then loses ticks.
app.whenReady().then(() => {
  const socket = connect(Number(process.env.CARRIER_PORT), '127.0.0.1')
  createInterface(socket).on('line', async (line) => {
    // Written by carrier.ts, from the same commit.
    const { id, task, request } = JSON.parse(line) as Order
    const report: Report = { id, result: await tasks[task](request) }
    socket.write(`${JSON.stringify(report)}\n`)
  })
})

// No window is ever open here.
app.on('window-all-closed', () => {})
