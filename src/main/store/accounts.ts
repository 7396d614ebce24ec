import { account } from '../../shared/account'
import {
  claimIn,
  claimOrNull,
  knownIn,
  numberIn,
  numberOrNull,
  textIn,
  textOrNull,
  toClaimOrNull,
} from './columns'
import { forgetOperations } from './operationAnswers'
import type { AccountPatch, AccountRow } from './rows'
import { asBytes, type Sql, type SqlRow } from './sql'

const columns = [
  asBytes('a', ['id', 'service', 'name', 'origin', 'plan', 'key_ends_on', 'key_kept', 'key_standing']),
  'a.requests_per_hour, a.is_default, a.key_generation, a.can_list, a.created_at, a.removed_at',
].join(', ')

const known = account.shape

const toAccount = (row: SqlRow): AccountRow => ({
  id: textIn(row.id),
  service: 'likedo',
  name: textIn(row.name),
  origin: textIn(row.origin),
  plan: knownIn(known.plan, row.plan, 'free'),
  requestsPerHour: knownIn(known.requestsPerHour, row.requests_per_hour, null),
  keyEndsOn: knownIn(known.keyEndsOn, textOrNull(row.key_ends_on), null),
  isDefault: claimIn(row.is_default),
  keyGeneration: numberIn(row.key_generation),
  keyKept: knownIn(known.keyKept, row.key_kept, 'keychain'),
  keyStanding: knownIn(known.keyStanding, row.key_standing, 'unchecked'),
  canList: claimOrNull(row.can_list),
  createdAt: numberIn(row.created_at),
  removedAt: numberOrNull(row.removed_at),
})

/** The accounts of other services are in the same table; see `litemailAccounts.ts`. */
const LIKEDO = "a.service = 'likedo'"

export const accountReads = (sql: Sql) => {
  const all = sql.prepare(
    `SELECT ${columns} FROM accounts AS a WHERE ${LIKEDO} AND a.removed_at IS NULL ORDER BY a.created_at, a.id`,
  )
  const one = sql.prepare(`SELECT ${columns} FROM accounts AS a WHERE ${LIKEDO} AND a.id = ?`)
  return {
    /** LikeDo's, oldest first, without the removed ones. */
    'accounts.list': (): AccountRow[] => all.all().map(toAccount),
    /** Removed ones too. */
    'accounts.get': (id: string): AccountRow | null => {
      const row = one.get(id)
      return row ? toAccount(row) : null
    },
  }
}

const changed = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

export const accountWrites = (sql: Sql) => {
  const { 'accounts.get': get } = accountReads(sql)
  const insert = sql.prepare(`
    INSERT INTO accounts (id, service, name, origin, plan, requests_per_hour, key_ends_on, is_default,
      key_generation, key_kept, key_standing, can_list, create_path, created_at, removed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, '', ?, ?)`)
  const clearDefault = sql.prepare('UPDATE accounts SET is_default = 0 WHERE is_default = 1')
  const makeDefault = sql.prepare('UPDATE accounts SET is_default = 1 WHERE id = ? AND removed_at IS NULL')
  const hasDefault = sql.prepare('SELECT 1 FROM accounts WHERE is_default = 1')
  const remove = sql.prepare(
    'UPDATE accounts SET removed_at = ?, is_default = 0 WHERE id = ? AND removed_at IS NULL',
  )
  const update = sql.prepare(`
    UPDATE accounts SET name = ?, plan = ?, requests_per_hour = ?, key_ends_on = ?, key_generation = ?,
      key_kept = ?, key_standing = ?, can_list = ? WHERE id = ?`)
  const forget = forgetOperations(sql)
  const oldest = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id FROM accounts AS a
    WHERE ${LIKEDO} AND a.removed_at IS NULL ORDER BY a.created_at, a.id LIMIT 1`)

  const demand = (id: string): AccountRow => {
    const row = get(id)
    if (!row) throw new Error('no such account')
    return row
  }
  const setDefault = (id: string): void => {
    clearDefault.run()
    makeDefault.run(id)
  }

  return {
    /** The first account becomes the default; so does a later one that says it is. */
    'accounts.insert': (row: AccountRow): AccountRow => {
      insert.run(
        row.id,
        row.service,
        row.name,
        row.origin,
        row.plan,
        row.requestsPerHour,
        row.keyEndsOn,
        row.keyGeneration,
        row.keyKept,
        row.keyStanding,
        toClaimOrNull(row.canList),
        row.createdAt,
        row.removedAt,
      )
      if (row.removedAt === null && (row.isDefault || !hasDefault.get())) setDefault(row.id)
      return demand(row.id)
    },

    /** What the patch leaves out stays. Null where there is no such account, or it was removed. */
    'accounts.update': ({ id, patch }: { id: string; patch: AccountPatch }): AccountRow | null => {
      const row = get(id)
      if (row?.removedAt !== null) return null
      update.run(
        changed(patch.name, row.name),
        changed(patch.plan, row.plan),
        changed(patch.requestsPerHour, row.requestsPerHour),
        changed(patch.keyEndsOn, row.keyEndsOn),
        changed(patch.keyGeneration, row.keyGeneration),
        changed(patch.keyKept, row.keyKept),
        changed(patch.keyStanding, row.keyStanding),
        toClaimOrNull(changed(patch.canList, row.canList)),
        id,
      )
      return demand(id)
    },

    /** False where there is no such account, or it was removed: the default is then the one it was. */
    'accounts.setDefault': (id: string): boolean => {
      if (get(id)?.removedAt !== null) return false
      setDefault(id)
      return true
    },

    /**
     * Of an account of any service, with what was corrected about its operations. The default passes to the oldest of
     * LikeDo's that remains. False where nothing was removed.
     */
    'accounts.markRemoved': ({ id, at }: { id: string; at: number }): boolean => {
      if (remove.run(at, id) === 0) return false
      forget(id)
      const next = oldest.get()
      if (next && !hasDefault.get()) setDefault(textIn(next.id))
      return true
    },
  }
}
