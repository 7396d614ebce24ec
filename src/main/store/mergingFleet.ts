import { textIn, textOrNull } from './columns'
import type { ContentFleetNote, ContentLitemailAccount, ContentView } from './content'
import { fleetNoteKeeping } from './fleetNotes'
import { mergeNotes } from './joining'
import { litemailAccountReads, litemailAccountWrites } from './litemailAccounts'
import type { WhereKeysAre } from './mergingAccounts'
import type { Sql } from './sql'
import { sameName, viewNames } from './views'

/**
 * Takes accounts of Litemail's over and says as which account each one is known here: the one of the same id, else the one of
 * the same server and user, else a new one. One that was removed here since comes back.
 */
export const litemailAccountMerging = (sql: Sql, keys: WhereKeysAre) => {
  const { 'litemail.account': get } = litemailAccountReads(sql)
  const { 'litemail.insertAccount': insert } = litemailAccountWrites(sql)
  const alike = sql.prepare(`
    SELECT CAST(a.id AS BLOB) AS id FROM accounts AS a
    WHERE a.removed_at IS NULL AND a.service = 'litemail' AND a.origin = ? AND a.user_id = ?
    ORDER BY a.created_at, a.id LIMIT 1`)
  const revive = sql.prepare(`
    UPDATE accounts SET removed_at = NULL, key_generation = key_generation + 1, key_standing = 'absent',
      key_kept = 'keychain', name = ?, origin = ?, base_path = ?, authentication = ?, user_id = ?, user_email = ?
    WHERE id = ? AND removed_at IS NOT NULL`)
  const known = new Map<string, string>()

  const take = (account: ContentLitemailAccount): string => {
    const { id, origin, userId, removedAt } = account
    const same = get(id)
    if (same !== null && (same.removedAt === null || removedAt !== null)) return id
    // A user has one account here: one that was removed does not come back beside the one that took its place.
    const other = removedAt === null && userId !== null ? textOrNull(alike.get(origin, userId)?.id) : null
    if (other !== null) return other
    if (same !== null) {
      const { name, basePath, authentication, userEmail } = account
      revive.run(name, origin, basePath, authentication, userId, userEmail, id)
      return id
    }
    insert({
      ...account,
      // A generation that no key was ever kept under.
      keyGeneration: account.keyGeneration + (keys === 'elsewhere' ? 1 : 0),
      keyKept: 'keychain',
      keyStanding: keys === 'elsewhere' ? 'absent' : 'unchecked',
    })
    return id
  }

  return {
    take(account: ContentLitemailAccount): void {
      known.set(account.id, take(account))
    },
    /** The account here that a note names; null where nothing is known of it any more. */
    idOf: (id: string): string | null => known.get(id) ?? get(id)?.id ?? null,
  }
}

/** Takes a note over: it joins the one that is there. Nothing can show that of an account which is lost. */
export const fleetNoteMerging = (sql: Sql, accountIdOf: (id: string) => string | null) => {
  const notes = fleetNoteKeeping(sql)
  return ({ accountId, kind, key, note }: ContentFleetNote): void => {
    const here = accountIdOf(accountId)
    if (here === null) return
    const about = { accountId: here, kind, key }
    notes.keep(about, mergeNotes(notes.find(about), note))
  }
}

/** Takes a view over, under another name where a different one has its name here. */
export const viewMerging = (sql: Sql): ((view: ContentView) => void) => {
  const find = sql.prepare(
    'SELECT CAST(v.view AS BLOB) AS view FROM saved_views AS v WHERE v.list = ? AND v.folded_name = ?',
  )
  const insert = sql.prepare('INSERT INTO saved_views (list, name, folded_name, view) VALUES (?, ?, ?, ?)')
  return ({ list, name, view }) => {
    const text = JSON.stringify(view)
    for (const free of viewNames(name)) {
      const here = find.get(list, sameName(free))
      if (here === undefined) insert.run(list, free, sameName(free), text)
      if (here === undefined || textIn(here.view) === text) return
    }
  }
}
