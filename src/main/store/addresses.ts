import type { Creation } from '../../shared/activity'
import type { Address } from '../../shared/address'
import { creationColumns, toCreation } from './activity'
import { addressColumns, fromAddresses, IS_LISTED, LISTED, toAddress } from './addressRow'
import { numberIn, numberOrNull, textIn, textOrNull } from './columns'
import { asBytes, type Sql } from './sql'

/** The id under which an address is listed that was known by this one: a later row may have taken it over. */
export const currentId = (sql: Sql): ((id: string) => string) => {
  const isThere = sql.prepare('SELECT 1 FROM addresses AS a WHERE a.id = ?')
  const successor = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id FROM journal AS j
    JOIN addresses AS a ON a.account_id = j.account_id AND a.email = j.email
    WHERE j.id = ? AND j.state = 'done'`)
  return (id) => (isThere.get(id) ? id : (textOrNull(successor.get(id)?.id) ?? id))
}

export const addressReads = (sql: Sql) => {
  const current = currentId(sql)
  const one = sql.prepare(`SELECT ${addressColumns} ${fromAddresses('(SELECT ? AS id)')} WHERE ${IS_LISTED}`)
  const several = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id, CAST(a.email AS BLOB) AS email
    FROM json_each(?) AS e JOIN addresses AS a ON a.id = e.value`)
  const newest = sql.prepare(`
    SELECT CAST(a.email AS BLOB) AS email FROM addresses AS a
    WHERE a.account_id = ? AND a.known_by <> 'import' AND NOT EXISTS (
      SELECT 1 FROM journal AS j WHERE j.id = a.id AND j.is_restored = 0 AND j.key_generation >= ?)
    ORDER BY a.at DESC, a.id DESC LIMIT ?`)
  const recent = sql.prepare(`
    SELECT ${asBytes('a', ['id', 'email', 'note'])} FROM addresses AS a
    WHERE a.hidden_at IS NULL AND a.known_by <> 'import' ORDER BY a.at DESC, a.id DESC LIMIT ?`)
  const listedAt = sql.prepare('SELECT a.listed_at FROM addresses AS a WHERE a.id = ?')
  const known = sql.prepare(`
    SELECT CAST(e.value AS BLOB) AS email FROM json_each(?1) AS e
    WHERE EXISTS (SELECT 1 FROM addresses AS a WHERE a.account_id IS NULL AND a.email = e.value)
      OR EXISTS (SELECT 1 FROM accounts AS c CROSS JOIN addresses AS a ON a.account_id = c.id AND a.email = e.value
        WHERE ?2 IS NULL OR c.id = ?2)
      OR EXISTS (SELECT 1 FROM journal AS j WHERE j.email = e.value AND (?2 IS NULL OR j.account_id = ?2)
        AND ${LISTED})`)
  const activity = sql.prepare(`
    SELECT ${creationColumns} FROM journal AS j LEFT JOIN accounts AS c ON c.id = j.account_id
    WHERE j.email = ? AND j.account_id IS ? ORDER BY j.planned_at DESC, j.id DESC`)
  const countSince = sql.prepare(`
    SELECT count(*) AS total FROM addresses AS a
    WHERE a.account_id = ? AND a.at >= ? AND a.known_by <> 'import'`)

  const get = (id: string): Address | null => {
    const row = one.get(current(id))
    return row ? toAddress(row) : null
  }

  return {
    /** For an id whose address a later row has taken over: that row. */
    'addresses.get': get,

    /** All that is known of one address. `activity`: every press for it at its account, newest first. */
    'addresses.details': (
      id: string,
    ): { address: Address; activity: Creation[]; listedAt: number | null } | null => {
      const address = get(id)
      if (!address) return null
      return {
        address,
        activity: activity.all(address.email, address.accountId).map(toCreation),
        listedAt: numberOrNull(listedAt.get(address.id)?.listed_at),
      }
    },

    /** The addresses behind those ids that a service holds or a file names, in the order of the ids. */
    'addresses.emails': (ids: readonly string[]): string[] => {
      const wanted = ids.map(current)
      const emails = new Map(
        several.all(JSON.stringify(wanted)).map((row) => [textIn(row.id), textIn(row.email)]),
      )
      return wanted.flatMap((id) => emails.get(id) ?? [])
    },

    /**
     * Which of these addresses exist already or are on their way, as they were given: at that account or, named by a
     * file, nobody's; without an account, anywhere.
     */
    'addresses.known': (emails: readonly string[], accountId: string | null): string[] =>
      known.all(JSON.stringify(emails), accountId).map((row) => textIn(row.email)),

    /**
     * What an account certainly holds, newest first; hidden ones too. Without what was made here with a key of that
     * generation or a later one.
     */
    'addresses.newest': (input: { accountId: string; olderThanKey: number; limit: number }): string[] =>
      newest.all(input.accountId, input.olderThanKey, input.limit).map((row) => textIn(row.email)),

    /** The newest that a service certainly holds and that are not hidden, at most `limit`. */
    'addresses.recent': (limit: number): { id: string; email: string; note: string }[] =>
      recent
        .all(limit)
        .map((row) => ({ id: textIn(row.id), email: textIn(row.email), note: textIn(row.note) })),

    /** How many of an account's addresses were created at or after a moment in epoch milliseconds. */
    'addresses.countCreatedSince': (input: { accountId: string; since: number }): number =>
      numberIn(countSince.get(input.accountId, input.since)?.total),
  }
}
