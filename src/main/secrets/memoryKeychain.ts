import { ok } from '../../shared/result'
import type { Keychain, KeyName } from './keychain'

/** A keychain that ends with the process: for keys that are used until Mailroom quits, and for sample data. */
export function createMemoryKeychain(): Keychain {
  const keys = new Map<string, string>()
  return {
    async get(name) {
      return ok(keys.get(idOf(name)) ?? null)
    },
    async set(name, key) {
      keys.set(idOf(name), key)
      return ok(undefined)
    },
    async delete(name) {
      keys.delete(idOf(name))
      return ok(undefined)
    },
  }
}

/** One text for one name. */
export const idOf = ({ service, origin, accountId, generation }: KeyName) =>
  JSON.stringify([service, origin, accountId, generation])
