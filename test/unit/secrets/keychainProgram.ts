import { createInterface } from 'node:readline'
import type { KeyName } from '../../../src/main/secrets/keychain'
import { createOsKeychain } from '../../../src/main/secrets/osKeychain'

/**
 * A process with Mailroom's keychain, for tests: libsecret keeps to the first session bus that it meets,
 * so each session needs one of its own. One JSON line in, one out, in the order in which they end.
 */
export type Order =
  | { readonly number: number; readonly act: 'get' | 'delete'; readonly name: KeyName }
  | { readonly number: number; readonly act: 'set'; readonly name: KeyName; readonly key: string }

const quitting = new Promise<void>((resolve) => process.once('SIGUSR2', () => resolve()))
const keychain = createOsKeychain(quitting)

createInterface(process.stdin).on('line', async (line) => {
  // From the test beside this file.
  const order = JSON.parse(line) as Order
  const { name } = order
  const result = order.act === 'set' ? await keychain.set(name, order.key) : await keychain[order.act](name)
  process.stdout.write(`${JSON.stringify({ number: order.number, result })}\n`)
})
