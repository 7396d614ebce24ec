import { textIn } from './columns'
import { keptWrites } from './kept'
import type { Sql } from './sql'

/** Files under way that must not outlive a crash, by their absolute paths. */
export const partFileReads = (sql: Sql) => {
  const all = sql.prepare("SELECT CAST(k.name AS BLOB) AS name FROM kept AS k WHERE k.kind = 'part-file'")
  return { 'partFiles.list': (): string[] => all.all().map(({ name }) => textIn(name)) }
}

export const partFileWrites = (sql: Sql) => {
  const { save, drop } = keptWrites(sql, 'part-file')
  return {
    'partFiles.note': (path: string): void => save(path, 'true'),
    'partFiles.forget': (path: string): void => drop(path),
  }
}
