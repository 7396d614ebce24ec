import { textOrNull } from './columns'
import type { Sql } from './sql'

/** Small things that are kept as JSON under a name: at most 64 KB each. */
type Kind =
  | 'setting'
  | 'window'
  | 'hint'
  | 'limit'
  | 'listing'
  | 'index'
  | 'fleet'
  | 'tried'
  | 'low-wallet'
  | 'palette'
  | 'part-file'

export const keptReads = (sql: Sql, kind: Kind) => {
  const one = sql.prepare(
    'SELECT CAST(k.value AS BLOB) AS value FROM kept AS k WHERE k.kind = ? AND k.name = ?',
  )
  return { load: (name: string): string | null => textOrNull(one.get(kind, name)?.value) }
}

export const keptWrites = (sql: Sql, kind: Kind) => {
  const save = sql.prepare(`
    INSERT INTO kept (kind, name, value) VALUES (?, ?, ?)
    ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value`)
  const drop = sql.prepare('DELETE FROM kept AS k WHERE k.kind = ? AND k.name = ?')
  return {
    save: (name: string, json: string): void => {
      save.run(kind, name, json)
    },
    drop: (name: string): void => {
      drop.run(kind, name)
    },
  }
}
