import { dirname, join } from 'node:path'
import { copyInto } from './copyInto'
import { StorageFailure } from './failures'
import { APPLICATION_ID, latestVersion, type Migration } from './migrations'
import { asBytes, connect, type Sql } from './sql'

export const versionOf = (sql: Sql): number => Number(sql.pragma('user_version') ?? 0)

const schemaOf = (sql: Sql): string => {
  const columns = asBytes('s', ['type', 'name', 'tbl_name', 'sql'])
  const parts = sql
    .prepare(`SELECT ${columns} FROM sqlite_schema AS s WHERE s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all()
  return JSON.stringify(parts.map((part) => JSON.stringify(part)).sort())
}

/** Where the copy of a database of that version lies that was made before it was migrated. */
export const copyPath = (file: string, version: number): string =>
  join(dirname(file), `mailroom.before-update-${version}.sqlite`)

/**
 * Brings a database to the newest version: every missing step in one transaction, all or nothing, after a copy
 * of a database that was in use before. Throws where it cannot; the database is then as it was.
 */
export function migrate(sql: Sql, file: string, steps: readonly Migration[]): void {
  const from = versionOf(sql)
  const to = latestVersion(steps)
  if (from > to || from < 0) throw new StorageFailure('newer', `version ${from}, and ${to} is known`)
  if (from === to) return
  if (from === 0 && schemaOf(sql) !== '[]') throw new StorageFailure('failed', 'a database of something else')
  if (from > 0) copyInto(sql, copyPath(file, from))
  sql.transaction('write', () => {
    for (const step of steps) if (step.version > from) sql.exec(step.sql)
    if (sql.pragma('foreign_key_check') !== undefined) {
      throw new StorageFailure('failed', 'a migration left a row without its account')
    }
    sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${to}`)
  })
}

/**
 * Throws unless a database has exactly the tables, indexes and nothing else that the steps make: no trigger
 * and no view of somebody else's. A damaged schema throws as corrupt.
 */
export function demandSchema(sql: Sql, steps: readonly Migration[]): void {
  const model = connect(':memory:', { isReadOnly: false, busyTimeoutMs: 0 })
  try {
    for (const step of steps) model.exec(step.sql)
    if (sql.pragma('application_id') !== APPLICATION_ID || schemaOf(sql) !== schemaOf(model)) {
      throw new StorageFailure('failed', 'the tables are not those of Mailroom')
    }
  } finally {
    model.close()
  }
}
