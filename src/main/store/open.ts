import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { StorageFailure } from './failures'
import { readHeader } from './header'
import { prepareIndexes } from './indexes'
import { checkSoundness } from './integrity'
import { demandSchema, migrate, versionOf } from './migrate'
import { latestVersion, type Migration, migrations } from './migrations'
import { databaseIn, SUSPECT_NAME } from './place'
import { connect, type Sql } from './sql'

export { DATABASE_NAME } from './place'

export interface Place {
  readonly folder: string
  /** How long a lock of another program is waited for. */
  readonly busyTimeoutMs: number
  /** The steps of the schema; what is released, unless a test says otherwise. */
  readonly steps?: readonly Migration[]
}

const databaseFile = (place: Place): string => databaseIn(place.folder)

const secure = (sql: Sql): void => {
  // SQLite, "Defense Against The Dark Arts": what a database file may not make us do.
  sql.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY')
}

const narrow = (path: string, mode: number): void => {
  if (process.platform === 'win32' || (statSync(path).mode & 0o777) === mode) return
  try {
    chmodSync(path, mode)
  } catch {
    // A file system without permissions, or a file of another user that was opened to us: theirs to decide.
  }
}

/** Throws before anything was touched; says whether there was a database. */
const demandUsable = (file: string, place: Place, steps: readonly Migration[]): boolean => {
  const found = readHeader(file)
  if (found.kind === 'not-a-database') throw new StorageFailure('corrupt', 'not a database')
  if (found.kind === 'database' && found.version > latestVersion(steps)) {
    throw new StorageFailure('newer', `version ${found.version}, and ${latestVersion(steps)} is known`)
  }
  accessSync(place.folder, constants.W_OK)
  if (found.kind === 'missing') return false
  closeSync(openSync(file, 'r+'))
  // After a use that did not end in order, or that met damage, all is read once, by a connection that cannot carry the
  // log over into a file which SQLite calls damaged.
  const suspicion = join(place.folder, SUSPECT_NAME)
  if (found.kind === 'database' && (found.hasLog || existsSync(suspicion))) {
    const reader = connect(file, { isReadOnly: true, busyTimeoutMs: place.busyTimeoutMs })
    try {
      if (versionOf(reader) > 0) demandSchema(reader, steps.slice(0, versionOf(reader)))
      const soundness = checkSoundness(reader)
      if (!soundness.isSound) throw new StorageFailure('corrupt', soundness.remarks.join('\n'))
    } finally {
      reader.close()
    }
    rmSync(suspicion, { force: true })
  }
  return true
}

/**
 * Opens the database to write in it, makes it where there is none, and brings it to this version's schema.
 * A file that is newer, locked, not to be written or damaged stays as it is, byte for byte. Throws what
 * `storageProblemOf` understands.
 */
export function openForWriting(place: Place): Sql {
  const steps = place.steps ?? migrations
  const file = databaseFile(place)
  mkdirSync(place.folder, { recursive: true, mode: 0o700 })
  if (demandUsable(file, place, steps)) narrow(file, 0o600)
  // SQLite gives its log and index the permissions of the database.
  else closeSync(openSync(file, 'wx', 0o600))
  narrow(place.folder, 0o700)

  const sql = connect(file, { isReadOnly: false, busyTimeoutMs: place.busyTimeoutMs })
  try {
    secure(sql)
    // A lock of somebody else is met here and not by the first write.
    sql.transaction('write', () => versionOf(sql))
    if (sql.pragma('journal_mode = WAL') !== 'wal') throw new StorageFailure('failed', 'no write-ahead log')
    sql.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA journal_size_limit = 8388608')
    // A table that is made anew takes its rows along (SQLite, "ALTER TABLE", 7); `migrate` checks the links itself.
    sql.exec('PRAGMA foreign_keys = OFF')
    migrate(sql, file, steps)
    demandSchema(sql, steps)
    sql.exec('PRAGMA foreign_keys = ON')
    prepareIndexes(sql, versionOf(sql))
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}

const openReader = (place: Place): Sql => {
  const sql = connect(databaseFile(place), { isReadOnly: true, busyTimeoutMs: place.busyTimeoutMs })
  secure(sql)
  return sql
}

/** Opens a database that this process has opened for writing. */
export const openBesideWriter = (place: Place): Sql => openReader(place)

/**
 * Opens the database of another process without changing it. Null where there is none yet, or where that process
 * has not yet brought it to this version's schema.
 */
export function openBesideOther(place: Place): Sql | null {
  const steps = place.steps ?? migrations
  const found = readHeader(databaseFile(place))
  if (found.kind === 'not-a-database') throw new StorageFailure('corrupt', 'not a database')
  if (found.kind !== 'database') return null
  const latest = latestVersion(steps)
  if (found.version > latest) throw new StorageFailure('newer', `version ${found.version}`)
  const sql = openReader(place)
  try {
    if (versionOf(sql) > latest) throw new StorageFailure('newer', `version ${versionOf(sql)}`)
    if (versionOf(sql) < latest) {
      sql.close()
      return null
    }
    demandSchema(sql, steps)
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}
