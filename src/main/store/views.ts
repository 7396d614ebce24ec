import * as z from 'zod'
import type { Parsed } from '../../shared/contract'
import { type SavedView, savedView } from '../../shared/savedView'
import { jsonIn, numberIn, textIn } from './columns'
import { placeIn } from './fleetPlace'
import type { Sql, SqlRow } from './sql'

const columns =
  'v.id, CAST(v.list AS BLOB) AS list, CAST(v.name AS BLOB) AS name, CAST(v.view AS BLOB) AS view'

/** None where the row cannot be read any more. */
const viewsIn = (rows: readonly SqlRow[]): SavedView[] =>
  rows.flatMap((row) => {
    const found = savedView.safeParse({
      id: String(numberIn(row.id)),
      list: textIn(row.list),
      name: textIn(row.name),
      view: jsonIn<unknown>(z.unknown(), row.view, null),
    })
    return found.success ? [found.data] : []
  })

/** Two names that differ in nothing but case are one. */
export const sameName = (name: string): string => name.toUpperCase().toLowerCase().normalize('NFC')

/** A name, and others beside it, none longer than names may be. */
export function* viewNames(name: string): Generator<string> {
  yield name
  for (let n = 2; ; n++) yield `${[...name].slice(0, 50).join('')} (${n})`
}

export const viewReads = (sql: Sql) => {
  const all = sql.prepare(`SELECT ${columns} FROM saved_views AS v ORDER BY v.list, v.folded_name`)
  return {
    /** By list and name. */
    'views.list': (): SavedView[] => viewsIn(all.all()),
  }
}

export const viewWrites = (sql: Sql) => {
  const save = sql.prepare(`
    INSERT INTO saved_views (list, name, folded_name, view) VALUES (?, ?, ?, ?)
    ON CONFLICT (list, folded_name) DO UPDATE SET name = excluded.name, view = excluded.view`)
  const one = sql.prepare(`SELECT ${columns} FROM saved_views AS v WHERE v.list = ? AND v.folded_name = ?`)
  const remove = sql.prepare('DELETE FROM saved_views AS v WHERE v.id = ?')
  return {
    /** A view of the same list and name, whatever its case, is replaced and keeps its id. */
    'views.save': ({ list, name, view }: Parsed<'views.save'>): SavedView => {
      save.run(list, name, sameName(name), JSON.stringify(view))
      const [saved] = viewsIn(one.all(list, sameName(name)))
      if (saved === undefined) throw new Error('the view was not kept')
      return saved
    },
    /** False where there is none. */
    'views.remove': (id: string): boolean => remove.run(placeIn(id)) > 0,
  }
}
