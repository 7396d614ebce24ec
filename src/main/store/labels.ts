import { currentId } from './addresses'
import { textIn, textOrNull } from './columns'
import type { Sql } from './sql'
import { type Change, undoLog } from './undoLog'

/** Puts labels on addresses and takes them off. Case makes no difference. */
export const labelKeeping = (sql: Sql) => {
  const alike = sql.prepare(
    'SELECT CAST(l.label AS BLOB) AS label FROM address_labels AS l WHERE l.label = ? LIMIT 1',
  )
  const all = sql.prepare('SELECT DISTINCT CAST(l.label AS BLOB) AS label FROM address_labels AS l')
  const insert = sql.prepare('INSERT OR IGNORE INTO address_labels (address_id, label) VALUES (?, ?)')
  const remove = sql.prepare('DELETE FROM address_labels AS l WHERE l.address_id = ? AND l.label = ?')
  return {
    /** A label as it is written elsewhere already, else as it is given. */
    spelled(label: string): string {
      // SQLite's NOCASE knows the letters of ASCII only.
      const small = label.toLowerCase()
      const found = alike.get(label) ?? all.all().find((row) => textIn(row.label).toLowerCase() === small)
      return textOrNull(found?.label) ?? label
    },
    /** False where the address has it already. */
    add: (id: string, label: string): boolean => insert.run(id, label) > 0,
    /** False where the address does not have it. */
    remove: (id: string, label: string): boolean => remove.run(id, label) > 0,
  }
}

export const labelWrites = (sql: Sql) => {
  const keeping = labelKeeping(sql)
  const current = currentId(sql)
  const log = undoLog(sql)
  const isListed = sql.prepare('SELECT 1 FROM address_index AS x WHERE x.id = ?')
  const labelled = sql.prepare(`
    SELECT CAST(l.address_id AS BLOB) AS id, CAST(l.label AS BLOB) AS label
    FROM address_labels AS l WHERE l.label = ?`)

  const apply = (
    id: string,
    add: readonly string[],
    remove: readonly string[],
  ): Extract<Change, { what: 'labels' }>['rows'] => {
    const removed = remove.filter((label) => keeping.remove(id, label))
    const added = add.filter((label) => keeping.add(id, label))
    return added.length + removed.length === 0 ? [] : [{ id, added, removed }]
  }

  return {
    /**
     * Takes labels off addresses and puts others on; one that is both stays on. Answers how many addresses have not
     * the labels that they had.
     */
    'addresses.label': ({
      ids,
      add,
      remove,
    }: {
      ids: readonly string[]
      add: readonly string[]
      remove: readonly string[]
    }): number => {
      const added = [...new Set(add.map(keeping.spelled))]
      const removed = remove.map(keeping.spelled).filter((label) => !added.includes(label))
      const rows = ids
        .map(current)
        .filter((id) => isListed.get(id))
        .flatMap((id) => apply(id, added, removed))
      log.note({ what: 'labels', rows })
      return rows.length
    },

    /**
     * Gives a label another name everywhere, also on what no list shows now; one that is there already takes its addresses
     * over. Answers how many of the addresses that lists show had it.
     */
    'addresses.renameLabel': ({ from, to }: { from: string; to: string }): number => {
      const old = keeping.spelled(from)
      const found = labelled.all(old)
      const isOnlyRespelled = to.toLowerCase() === old.toLowerCase()
      const name = isOnlyRespelled ? to : keeping.spelled(to)
      if (name === old) return 0
      const rows = found.flatMap((row) => apply(textIn(row.id), [name], [textIn(row.label)]))
      log.note({ what: 'labels', rows })
      return rows.filter(({ id }) => isListed.get(id)).length
    },
  }
}
