import { pathToFileURL } from 'node:url'
import Database from 'libsql'

export type SqlValue = string | number | null
export type SqlRow = Readonly<Record<string, SqlValue>>

export interface Statement {
  /** The first row. */
  get(...values: readonly SqlValue[]): SqlRow | undefined
  all(...values: readonly SqlValue[]): SqlRow[]
  /** How many rows it changed. */
  run(...values: readonly SqlValue[]): number
}

/** One connection to a database, without what is dangerous about the driver. */
export interface Sql {
  prepare(text: string): Statement
  exec(text: string): void
  /** The first column of the first row that a PRAGMA answers. */
  pragma(text: string): SqlValue | undefined
  /** Runs `work` as one transaction: all of it is kept, or nothing. */
  transaction<T>(mode: 'read' | 'write', work: () => T): T
  close(): void
}

const decoder = new TextDecoder()

const readValue = (value: unknown): SqlValue => {
  if (value instanceof Uint8Array) return decoder.decode(value)
  if (value instanceof ArrayBuffer) return decoder.decode(new Uint8Array(value))
  if (typeof value === 'string' || typeof value === 'number') return value
  return null
}

// The driver adds a `_metadata` of its own to a single row.
const readRow = (raw: object): SqlRow => {
  const row: Record<string, SqlValue> = {}
  for (const [column, value] of Object.entries(raw)) {
    if (column !== '_metadata') row[column] = readValue(value)
  }
  return row
}

// A boolean ends the whole process (a panic in the driver), a wrong number of values binds NULL unseen, and
// of a text only what stands before its first NUL is read again.
const bindable = (values: readonly SqlValue[], expected: number): SqlValue[] => {
  if (values.length !== expected) throw new TypeError(`${expected} values expected, ${values.length} given`)
  return values.map((value) => {
    if (typeof value === 'string') return value.replaceAll('\0', '\ufffd')
    if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
    throw new TypeError('a value that is neither text, a finite number nor null')
  })
}

const countParameters = (text: string): number => {
  const numbered = [...text.matchAll(/\?(\d+)/g)].map((match) => Number(match[1]))
  return numbered.length > 0 ? Math.max(...numbered) : text.split('?').length - 1
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Text columns of a table, to be selected as bytes: text that is not UTF-8, as a damaged file may hold, ends
 * the whole process when the driver reads it as text (a panic). Such a column keeps its name. In ORDER BY and
 * WHERE name columns with their table, or the bytes are meant instead of the indexed column.
 */
export const asBytes = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `CAST(${table}.${column} AS BLOB) AS ${column}`).join(', ')

/**
 * Opens a connection. A read-only one never changes the database file, not even by a checkpoint when it is
 * closed (SQLite, "Uniform Resource Identifiers", mode=ro). Throws what the driver throws.
 */
export function connect(
  file: string,
  options: { readonly isReadOnly: boolean; readonly busyTimeoutMs: number },
): Sql {
  const address = options.isReadOnly ? `${pathToFileURL(file).href}?mode=ro` : file
  const database = new Database(address, { timeout: options.busyTimeoutMs })
  let isOpen = true

  // The driver goes on running statements of a closed connection.
  const whileOpen = <T>(work: () => T): T => {
    if (!isOpen) throw new Error('The database is closed')
    return work()
  }

  const prepare = (text: string): Statement => {
    // When it is used first: a start uses few of all the statements there are.
    const statement = once(() => database.prepare<unknown[]>(text))
    const expected = once(() => countParameters(text))
    return {
      get(...values) {
        const row = whileOpen(() => statement().get(bindable(values, expected())))
        return typeof row === 'object' && row !== null ? readRow(row) : undefined
      },
      all(...values) {
        const rows = whileOpen(() => statement().all(bindable(values, expected())))
        return rows.map((row) => readRow(Object(row)))
      },
      run: (...values) => whileOpen(() => statement().run(bindable(values, expected()))).changes,
    }
  }
  const exec = (text: string): void => {
    whileOpen(() => database.exec(text))
  }

  return {
    prepare,
    exec,
    pragma: (text) => Object.values(prepare(`PRAGMA ${text}`).get() ?? {})[0],
    transaction(mode, work) {
      exec(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
      try {
        const result = work()
        exec('COMMIT')
        return result
      } catch (error) {
        // SQLite has rolled back by itself where the disk is full or failed.
        if (database.inTransaction) exec('ROLLBACK')
        throw error
      }
    },
    close() {
      if (!isOpen) return
      isOpen = false
      database.close()
    },
  }
}
