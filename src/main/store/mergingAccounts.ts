import { LIKEDO_ORIGIN } from '../../shared/account'
import { accountReads, accountWrites } from './accounts'
import { textOrNull } from './columns'
import type { ContentAccount } from './content'
import type { Sql } from './sql'

/**
 * Where the keys of accounts are that come from elsewhere. `kept`: in this computer's keychain still, for it is the same
 * profile. `elsewhere`: not here; none that may lie in the keychain under the account's name is taken for it.
 */
export type WhereKeysAre = 'kept' | 'elsewhere'

/** Under an account that could not be read lie its addresses; the user sees this name at them. */
const NAME_OF_LOST = 'LikeDo'

/**
 * Takes accounts over and says as which account each one is known here: the one of the same id, else the one of the
 * same service, origin and name, else a new one. One that was removed here since comes back.
 */
export const accountMerging = (sql: Sql, at: number, keys: WhereKeysAre) => {
  const { 'accounts.get': get } = accountReads(sql)
  const { 'accounts.insert': insert } = accountWrites(sql)
  const alike = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id FROM accounts AS a
    WHERE a.removed_at IS NULL AND a.service = ? AND a.origin = ? AND a.name = ? ORDER BY a.created_at, a.id LIMIT 1`)
  const revive = sql.prepare(`
    UPDATE accounts SET removed_at = NULL, key_generation = key_generation + 1, key_standing = 'absent',
      key_kept = 'keychain', name = ?, origin = ?, plan = ?, requests_per_hour = ?
    WHERE id = ? AND removed_at IS NOT NULL`)
  const hasDefault = sql.prepare('SELECT 1 FROM accounts AS a WHERE a.is_default = 1')
  const makeDefault = sql.prepare('UPDATE accounts SET is_default = 1 WHERE id = ?')
  const known = new Map<string, string>()

  const add = (account: ContentAccount): void => {
    insert({
      ...account,
      isDefault: account.isDefault && !hasDefault.get(),
      // A generation that no key was ever kept under.
      keyGeneration: account.keyGeneration + (keys === 'elsewhere' ? 1 : 0),
      keyKept: 'keychain',
      keyStanding: keys === 'elsewhere' ? 'absent' : 'unchecked',
    })
  }
  const take = (account: ContentAccount): string => {
    const same = get(account.id)
    if (same !== null) {
      if (same.removedAt === null || account.removedAt !== null) return same.id
      const { name, origin, plan, requestsPerHour } = account
      revive.run(name, origin, plan, requestsPerHour, same.id)
      if (!hasDefault.get()) makeDefault.run(same.id)
      return same.id
    }
    const { service, origin, name } = account
    const other = account.removedAt === null ? textOrNull(alike.get(service, origin, name)?.id) : null
    if (other === null) add(account)
    return other ?? account.id
  }

  return {
    take(account: ContentAccount): void {
      known.set(account.id, take(account))
    },
    /** The account here as which one was taken over; null: it was not among them. */
    hereOf: (id: string): string | null => known.get(id) ?? null,
    /** The account here that a row names. One that nothing is known of any more counts as removed. */
    idOf(id: string | null): string | null {
      if (id === null) return null
      const here = known.get(id) ?? (get(id) === null ? null : id)
      if (here === null) {
        insert({
          id,
          service: 'likedo',
          name: NAME_OF_LOST,
          origin: LIKEDO_ORIGIN,
          plan: 'free',
          requestsPerHour: null,
          keyEndsOn: null,
          isDefault: false,
          keyGeneration: 1,
          keyKept: 'keychain',
          keyStanding: 'unchecked',
          canList: null,
          createdAt: at,
          removedAt: at,
        })
      }
      known.set(id, here ?? id)
      return here ?? id
    },
  }
}
