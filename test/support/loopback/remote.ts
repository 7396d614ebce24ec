import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { bundleEntry } from '../process/bundle'
import type { Arrival, ConnectionRecord } from './arrivals'
import type { Loopback } from './server'

/** What of every server can be called from another process. */
export const loopbackMethods = [
  'next',
  'clearFaults',
  'when',
  'release',
  'settled',
  'forget',
  'goOffline',
  'comeBack',
] as const satisfies readonly (keyof Loopback)[]

/** Where a server in a process of its own can be reached: the line that it prints. */
export interface RemotePorts {
  readonly origin: string
  readonly port: number
  readonly controlPort: number
}

type Callable<S> = { [K in keyof S]: S[K] extends (...args: infer A) => infer R ? (...args: A) => R : never }

/** A server in a process of its own: as the server, but every method answers with a promise. */
export type Remote<S, M extends keyof S> = RemotePorts & {
  [K in M]: (...args: Parameters<Callable<S>[K]>) => Promise<Awaited<ReturnType<Callable<S>[K]>>>
} & {
  readonly pid: number
  requests(): Promise<readonly Arrival[]>
  connections(): Promise<readonly ConnectionRecord[]>
  close(): Promise<void>
}

/** Drives a server through its control port. Methods reject with what the server threw. */
const control =
  (controlPort: number) =>
  async (method: string, args: readonly unknown[]): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${controlPort}/${method}`, {
      method: 'POST',
      body: JSON.stringify(args),
    })
    const reply: { readonly result?: unknown; readonly error?: string } = await response.json()
    if (reply.error !== undefined) throw new Error(reply.error)
    return reply.result
  }

/** Starts a module that calls `serveAsProcess` in a process of its own, which ends with this one. */
export const startProcess = async <S, M extends keyof S & string>(
  entry: string,
  options: object,
  methods: readonly M[],
): Promise<Remote<S, M>> => {
  const bundle = await bundleEntry(entry)
  const child = spawn(process.execPath, [bundle.file, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const failed = ended.then(() => Promise.reject(new Error('the service ended before it listened')))
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), failed])
  failed.catch(() => {})
  const ports: RemotePorts = JSON.parse(line)
  const call = control(ports.controlPort)
  const remote = {
    ...Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => call(method, args)])),
    ...ports,
    pid: child.pid ?? 0,
    requests: () => call('requests', []),
    connections: () => call('connections', []),
    close: async () => {
      child.stdin.end()
      await ended
      await bundle.remove()
    },
  }
  // Built from exactly the names of M; what they answer is the JSON of what the server's methods return.
  return remote as unknown as Remote<S, M>
}
