import type { Account } from '../../shared/account'
import type { AppErrorOf } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import { err, ok, type Result } from '../../shared/result'
import type { Keychain, KeyName } from './keychain'
import { createMemoryKeychain, idOf } from './memoryKeychain'

/** The `keyGeneration` of an account whose key was never replaced. */
export const FIRST_GENERATION = 1

/** What an account says about its key. */
export type KeyHolder = Pick<
  Account | LitemailAccount,
  'id' | 'service' | 'origin' | 'keyGeneration' | 'keyKept'
>

type KeyResult<T> = Promise<Result<T, AppErrorOf<'keychain'>>>

/** The keys of all accounts. A key leaves this only through `keyFor`. */
export interface Keys {
  /**
   * The account's key, for a request to `url`. `no-key` where there is none, or where the url is not of
   * the account's own origin: no key ever goes anywhere else. The keychain is asked once a run.
   */
  keyFor(url: string, account: KeyHolder): KeyResult<string>
  /**
   * Keeps a key under the account's generation, where `account.keyKept` says. A replaced key is kept
   * under the next generation before the account's row says so, and the one before it is given up with
   * `forgetOlder` after: whatever crashes in between, the row's generation has a key.
   */
  keep(account: KeyHolder, key: string): KeyResult<void>
  /** Removes the keys of all generations before the account's. */
  forgetOlder(account: KeyHolder): KeyResult<void>
  /** Removes every key that the account ever had, and one that was kept for it and never came into use. */
  forget(account: KeyHolder): KeyResult<void>
}

/** Keys behind `keychain`, each read once and then held in memory until the process ends. */
export function createKeys(keychain: Keychain): Keys {
  const untilQuit = createMemoryKeychain()
  const known = new Map<string, string>()
  const asked = new Map<string, KeyResult<string>>()

  const keeperOf = (account: KeyHolder) => (account.keyKept === 'keychain' ? keychain : untilQuit)

  const read = async (account: KeyHolder): KeyResult<string> => {
    const found = await keeperOf(account).get(nameOf(account))
    if (!found.ok) return found
    if (found.value === null) return err({ kind: 'keychain', problem: 'no-key' })
    known.set(idOf(nameOf(account)), found.value)
    return ok(found.value)
  }

  const remove = async (account: KeyHolder, generation: number): KeyResult<void> => {
    const name = nameOf({ ...account, keyGeneration: generation })
    known.delete(idOf(name))
    await untilQuit.delete(name)
    const isHere = generation < account.keyGeneration || account.keyKept === 'keychain'
    return isHere ? keychain.delete(name) : ok(undefined)
  }

  /** The latest first: it is the one that is still good for something. */
  const removeUpTo = async (account: KeyHolder, latest: number): KeyResult<void> => {
    for (let generation = latest; generation >= FIRST_GENERATION; generation -= 1) {
      const removed = await remove(account, generation)
      // Who uses a key until Mailroom quits may have no keychain at all, and then nothing is in it.
      const isNowhere = account.keyKept === 'until-quit' && !removed.ok && removed.error.problem === 'missing'
      if (!removed.ok && !isNowhere) return removed
    }
    return ok(undefined)
  }

  return {
    async keyFor(url, account) {
      if (!URL.canParse(url) || new URL(url).origin !== account.origin) {
        return err({ kind: 'keychain', problem: 'no-key' })
      }
      const id = idOf(nameOf(account))
      const key = known.get(id)
      if (key !== undefined) return ok(key)
      const waiting = asked.get(id)
      if (waiting !== undefined) return waiting
      const reading = read(account).finally(() => asked.delete(id))
      asked.set(id, reading)
      return reading
    },

    async keep(account, key) {
      const saved = await keeperOf(account).set(nameOf(account), key)
      if (saved.ok) known.set(idOf(nameOf(account)), key)
      return saved
    },

    forgetOlder: (account) => removeUpTo(account, account.keyGeneration - 1),
    forget: (account) => removeUpTo(account, account.keyGeneration + 1),
  }
}

const nameOf = ({ service, origin, id, keyGeneration }: KeyHolder): KeyName => ({
  service,
  origin,
  accountId: id,
  generation: keyGeneration,
})
