import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Keychain, KeyName } from '../../../src/main/secrets/keychain'
import type { Order } from './keychainProgram'

// Left out of a union, a number could not be left out of each member.
type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never

export interface KeychainClient extends Keychain {
  /** Everything that the process wrote which is no answer. */
  readonly words: () => string
  /** Tells the process that it is about to quit. */
  quit(): void
  stop(): Promise<void>
}

/** Mailroom's keychain in a process of its own, bundled in `file`, with the environment of a session. */
export function startKeychain(file: string, env: Readonly<Record<string, string>>): KeychainClient {
  const child = spawn(process.execPath, [file], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const waiting = new Map<number, (result: unknown) => void>()
  let words = ''
  let count = 0
  child.stderr.setEncoding('utf8').on('data', (text) => {
    words += text
  })
  createInterface(child.stdout).on('line', (line) => {
    const { number, result } = JSON.parse(line)
    waiting.get(number)?.(result)
    waiting.delete(number)
  })
  // The answer of the process is what the method of the same name answered there.
  const send = <T>(order: WithoutNumber<Order>) =>
    new Promise<T>((resolve) => {
      count += 1
      waiting.set(count, (result) => resolve(result as T))
      child.stdin.write(`${JSON.stringify({ number: count, ...order })}\n`)
    })
  return {
    get: (name: KeyName) => send({ act: 'get', name }),
    set: (name: KeyName, key: string) => send({ act: 'set', name, key }),
    delete: (name: KeyName) => send({ act: 'delete', name }),
    words: () => words,
    quit: () => void child.kill('SIGUSR2'),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
