import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bundleEntry } from '../process/bundle'
import type { Arrival, ConnectionRecord } from './arrivals'
import { type RemoteMethod, type RemotePorts, remoteMethods } from './remoteMethods'
import type { LikeDo, LikeDoOptions } from './server'

type Remote = {
  [M in RemoteMethod]: (...args: Parameters<LikeDo[M]>) => Promise<Awaited<ReturnType<LikeDo[M]>>>
}

/** A server in a process of its own: as `LikeDo`, but every method answers with a promise. */
export interface LikeDoProcess extends Remote, RemotePorts {
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

/** Starts `process.ts` in a process of its own, which ends with this one. */
export const startLikeDoProcess = async (options: LikeDoOptions = {}): Promise<LikeDoProcess> => {
  const bundle = await bundleEntry(join(import.meta.dirname, 'process.ts'))
  const child = spawn(process.execPath, [bundle.file, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const failed = ended.then(() => Promise.reject(new Error('the LikeDo process ended before it listened')))
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), failed])
  failed.catch(() => {})
  const ports: RemotePorts = JSON.parse(line)
  const call = control(ports.controlPort)
  const methods = Object.fromEntries(
    remoteMethods.map((method) => [method, (...args: unknown[]) => call(method, args)]),
  )
  return {
    // Built from exactly the names of RemoteMethod; what they answer is the JSON of what the server's methods return.
    ...(methods as Remote),
    ...ports,
    pid: child.pid ?? 0,
    requests: () => call('requests', []) as Promise<readonly Arrival[]>,
    connections: () => call('connections', []) as Promise<readonly ConnectionRecord[]>,
    close: async () => {
      child.stdin.end()
      await ended
      await bundle.remove()
    },
  }
}
