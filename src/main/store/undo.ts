import type { Undone } from '../../shared/addressView'
import { addressReads, currentId } from './addresses'
import { noteKeeping } from './addressNotes'
import { numberOrNull } from './columns'
import { labelKeeping } from './labels'
import type { Sql } from './sql'
import { type Change, undoLog } from './undoLog'

export const undoWrites = (sql: Sql) => {
  const log = undoLog(sql)
  const current = currentId(sql)
  const { 'addresses.get': get } = addressReads(sql)
  const keepNote = noteKeeping(sql)
  const labels = labelKeeping(sql)
  const hiddenAt = sql.prepare('SELECT a.hidden_at FROM addresses AS a WHERE a.id = ?')
  const hide = sql.prepare('UPDATE addresses AS a SET hidden_at = ? WHERE a.id = ?')

  // Each answers whether the address is as the change left it, so that there was something to take back.
  const unnote = (id: string, { before, after }: { before: string; after: string }): boolean => {
    const address = get(id)
    if (address?.note !== after) return false
    keepNote(address, before)
    return true
  }
  const unlabel = (id: string, { added, removed }: { added: string[]; removed: string[] }): boolean => {
    if (get(id) === null) return false
    const isTakenOff = added.map((label) => labels.remove(id, label))
    const isPutOn = removed.map((label) => labels.add(id, label))
    return [...isTakenOff, ...isPutOn].includes(true)
  }
  const unhide = (
    id: string,
    { before, after }: { before: number | null; after: number | null },
  ): boolean => {
    const row = hiddenAt.get(id)
    if (row === undefined || numberOrNull(row.hidden_at) !== after) return false
    hide.run(before, id)
    return true
  }

  /** The ids of what was taken back. */
  const takeBack = (made: Change): string[] => {
    if (made.what === 'note') {
      return made.rows.flatMap((row) => (unnote(current(row.id), row) ? [current(row.id)] : []))
    }
    if (made.what === 'labels') {
      return made.rows.flatMap((row) => (unlabel(current(row.id), row) ? [current(row.id)] : []))
    }
    return made.rows.flatMap((row) => (unhide(current(row.id), row) ? [current(row.id)] : []))
  }

  return {
    /** What was changed until now stays: it was not the user who changed it. */
    'addresses.forgetChanges': (): void => log.clear(),

    /**
     * Takes the newest change back of which anything is still as it left it, and forgets those after it. Null where there
     * is none.
     */
    'addresses.undo': (): Undone | null => {
      for (;;) {
        const made = log.take()
        if (!made) return null
        const ids = takeBack(made)
        const [id] = ids
        if (id !== undefined) return { what: made.what, count: ids.length, id }
      }
    },
  }
}
