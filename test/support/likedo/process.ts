import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type RemoteMethod, type RemotePorts, remoteMethods } from './remoteMethods'
import { type LikeDo, type LikeDoOptions, startLikeDo } from './server'

const isRemoteMethod = (name: string): name is RemoteMethod => remoteMethods.some((method) => method === name)

const call = (server: LikeDo, name: string, args: unknown[]): unknown => {
  if (name === 'requests' || name === 'connections') return server[name]
  if (!isRemoteMethod(name)) throw new Error(`no such method: ${name}`)
  // The arguments come from `startLikeDoProcess`, which has the method's own parameters.
  const method = server[name] as (...args: unknown[]) => unknown
  return method(...args)
}

const serve = async (options: LikeDoOptions): Promise<void> => {
  const server = await startLikeDo(options)
  const control = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    try {
      const args: unknown = JSON.parse(Buffer.concat(parts).toString('utf8') || '[]')
      if (!Array.isArray(args)) throw new Error('expected an array of arguments')
      const result = await call(server, request.url?.slice(1) ?? '', args)
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

/*
 * A LikeDo in a process of its own. Its argument is LikeDoOptions as JSON, it prints RemotePorts as one line of JSON and
 * ends with its standard input. On the control port, `POST /METHOD` with a JSON array of arguments calls a method of the
 * server; `POST /requests` and `POST /connections` read its log.
 */
const [options] = process.argv.slice(2)
await serve(options === undefined ? {} : JSON.parse(options))
