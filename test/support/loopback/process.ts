import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RemotePorts } from './remote'
import type { Loopback } from './server'

const call = <S extends Loopback>(
  server: S,
  methods: readonly (keyof S)[],
  name: string,
  args: unknown[],
): unknown => {
  if (name === 'requests' || name === 'connections') return server[name]
  const method = methods.find((known) => known === name)
  if (method === undefined) throw new Error(`no such method: ${name}`)
  // The arguments come from `startProcess`, which has the method's own parameters.
  return (server[method] as (...args: unknown[]) => unknown)(...args)
}

/**
 * A service in a process of its own. Its argument is the options as JSON, it prints RemotePorts as one line of JSON and
 * ends with its standard input. On the control port, `POST /METHOD` with a JSON array of arguments calls one of `methods`;
 * `POST /requests` and `POST /connections` read the log.
 */
export const serveAsProcess = async <S extends Loopback>(
  start: (options: object) => Promise<S>,
  methods: readonly (keyof S)[],
): Promise<void> => {
  const [options] = process.argv.slice(2)
  const server = await start(options === undefined ? {} : JSON.parse(options))
  const control = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    try {
      const args: unknown = JSON.parse(Buffer.concat(parts).toString('utf8') || '[]')
      if (!Array.isArray(args)) throw new Error('expected an array of arguments')
      const result = await call(server, methods, request.url?.slice(1) ?? '', args)
      response.end(JSON.stringify({ result: result ?? null }))
    } catch (error) {
      response.statusCode = 400
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
    }
  })
  control.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has an address with a port.
    const { port: controlPort } = control.address() as AddressInfo
    const ports: RemotePorts = { origin: server.origin, port: server.port, controlPort }
    process.stdout.write(`${JSON.stringify(ports)}\n`)
  })
  process.stdin.resume().on('end', () => process.exit(0))
}
