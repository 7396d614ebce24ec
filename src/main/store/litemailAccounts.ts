import { authentication, LITEMAIL_BASE_PATH, litemailAccount } from '../../shared/litemail/account'
import { knownIn, numberIn, numberOrNull, textIn, textOrNull } from './columns'
import type { LitemailAccountPatch, LitemailAccountRow } from './fleetRows'
import { asBytes, type Sql, type SqlRow } from './sql'

const columns = [
  asBytes('a', ['id', 'name', 'origin', 'key_kept', 'key_standing', 'base_path', 'authentication']),
  asBytes('a', ['user_id', 'user_email']),
  'a.key_generation, a.key_ends_at, a.created_at, a.removed_at',
].join(', ')

const known = litemailAccount.shape

const toLitemailAccount = (row: SqlRow): LitemailAccountRow => ({
  id: textIn(row.id),
  service: 'litemail',
  name: textIn(row.name),
  origin: textIn(row.origin),
  basePath: textOrNull(row.base_path) ?? LITEMAIL_BASE_PATH,
  authentication: knownIn(authentication, row.authentication, 'api-key'),
  userId: textOrNull(row.user_id),
  userEmail: textOrNull(row.user_email),
  keyEndsAt: numberOrNull(row.key_ends_at),
  keyGeneration: numberIn(row.key_generation),
  keyKept: knownIn(known.keyKept, row.key_kept, 'keychain'),
  keyStanding: knownIn(known.keyStanding, row.key_standing, 'unchecked'),
  createdAt: numberIn(row.created_at),
  removedAt: numberOrNull(row.removed_at),
})

const LITEMAIL = "a.service = 'litemail'"

export const litemailAccountReads = (sql: Sql) => {
  const all = sql.prepare(`
    SELECT ${columns} FROM accounts AS a WHERE ${LITEMAIL} AND a.removed_at IS NULL ORDER BY a.created_at, a.id`)
  const one = sql.prepare(`SELECT ${columns} FROM accounts AS a WHERE ${LITEMAIL} AND a.id = ?`)
  return {
    /** Oldest first, without the removed ones. */
    'litemail.accounts': (): LitemailAccountRow[] => all.all().map(toLitemailAccount),
    /** Removed ones too. */
    'litemail.account': (id: string): LitemailAccountRow | null => {
      const row = one.get(id)
      return row ? toLitemailAccount(row) : null
    },
  }
}

export const litemailAccountWrites = (sql: Sql) => {
  const { 'litemail.account': get } = litemailAccountReads(sql)
  const insert = sql.prepare(`
    INSERT INTO accounts (id, service, name, origin, plan, is_default, key_generation, key_kept, key_standing,
      create_path, created_at, removed_at, base_path, authentication, user_id, user_email, key_ends_at)
    VALUES (?, 'litemail', ?, ?, '', 0, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)`)
  const update = sql.prepare(`
    UPDATE accounts SET name = ?, authentication = ?, user_id = ?, user_email = ?, key_ends_at = ?, key_generation = ?,
      key_kept = ?, key_standing = ? WHERE id = ?`)
  // The same user of the same server, connected before and removed since.
  const takeNotes = sql.prepare(`
    UPDATE OR IGNORE fleet_notes SET account_id = ?1 WHERE account_id IN (
      SELECT a.id FROM accounts AS a JOIN accounts AS mine ON mine.id = ?1
      WHERE ${LITEMAIL} AND a.removed_at IS NOT NULL AND a.id <> ?1 AND a.origin = mine.origin AND a.user_id = mine.user_id)`)

  const demand = (id: string): LitemailAccountRow => {
    const row = get(id)
    if (!row) throw new Error('no such account')
    return row
  }

  return {
    /** The notes about what a removed account of the same user held are this one's. */
    'litemail.insertAccount': (row: LitemailAccountRow): LitemailAccountRow => {
      insert.run(
        row.id,
        row.name,
        row.origin,
        row.keyGeneration,
        row.keyKept,
        row.keyStanding,
        row.createdAt,
        row.removedAt,
        row.basePath,
        row.authentication,
        row.userId,
        row.userEmail,
        row.keyEndsAt,
      )
      if (row.removedAt === null) takeNotes.run(row.id)
      return demand(row.id)
    },

    /** What the patch leaves out stays. Null where there is no such account of Litemail's, or it was removed. */
    'litemail.updateAccount': ({
      id,
      patch,
    }: {
      id: string
      patch: LitemailAccountPatch
    }): LitemailAccountRow | null => {
      const row = get(id)
      if (row?.removedAt !== null) return null
      const given = Object.entries(patch).filter(([, value]) => value !== undefined)
      const next: LitemailAccountRow = { ...row, ...Object.fromEntries(given) }
      update.run(
        next.name,
        next.authentication,
        next.userId,
        next.userEmail,
        next.keyEndsAt,
        next.keyGeneration,
        next.keyKept,
        next.keyStanding,
        id,
      )
      if (row.userId !== next.userId) takeNotes.run(id)
      return demand(id)
    },
  }
}
