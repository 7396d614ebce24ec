import { currentId } from './addresses'
import { numberOrNull } from './columns'
import type { Sql } from './sql'
import { undoLog } from './undoLog'

export const hidingWrites = (sql: Sql) => {
  const current = currentId(sql)
  const log = undoLog(sql)
  const hiddenAt = sql.prepare('SELECT a.hidden_at FROM addresses AS a WHERE a.id = ?')
  const hide = sql.prepare('UPDATE addresses AS a SET hidden_at = ? WHERE a.id = ?')
  return {
    /**
     * Hides addresses here, or shows them again. `count`: those that this changed. `left`: those that cannot be hidden,
     * because they are on their way or in doubt, and those that are not there.
     */
    'addresses.hide': ({
      ids,
      isHidden,
      at,
    }: {
      ids: readonly string[]
      isHidden: boolean
      at: number
    }): { count: number; left: number } => {
      const after = isHidden ? at : null
      const known = ids.map(current).flatMap((id) => {
        const row = hiddenAt.get(id)
        return row ? [{ id, before: numberOrNull(row.hidden_at), after }] : []
      })
      const rows = known.filter(({ before }) => (before !== null) !== isHidden)
      for (const { id } of rows) hide.run(after, id)
      log.note({ what: isHidden ? 'hide' : 'show', rows })
      return { count: rows.length, left: ids.length - known.length }
    },
  }
}
