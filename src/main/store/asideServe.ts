import type { ContentPage } from './content'
import { type ContentReading, readContent } from './contentReading'
import { copyInto } from './copyInto'
import { codeOf, StorageFailure, storageProblemOf } from './failures'
import { versionOf } from './migrate'
import { latestVersion, migrations } from './migrations'
import type { Answer, Ask, ThreadSetup } from './protocol'
import { connect, type Sql } from './sql'

const openFile = (file: string, { busyTimeoutMs, isTolerant }: ThreadSetup): Sql => {
  const sql = connect(file, { isReadOnly: true, busyTimeoutMs })
  try {
    sql.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY')
    // Lets a file be read that is shorter than it says (SQLite, "PRAGMA writable_schema"); nothing is written to it.
    if (isTolerant === true) sql.exec('PRAGMA writable_schema = ON')
    if (versionOf(sql) > latestVersion(migrations)) {
      throw new StorageFailure('newer', `version ${versionOf(sql)}`)
    }
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}

/** What a thread beside the others answers: it reads one file, whole and as of one moment, and makes copies of it. */
export function createAsideResponder(setup: ThreadSetup): (ask: Ask) => Answer {
  const file = setup.file ?? ''
  let sql: Sql | null = null
  let pages: Generator<ContentPage> | null = null

  const next = (open: Sql, reading: ContentReading): ContentPage | null => {
    if (pages === null) {
      open.exec('BEGIN')
      pages = readContent(open, reading)
    }
    const { value, done } = pages.next()
    return done === true ? null : value
  }

  const respond = (ask: Ask): unknown => {
    if (ask.kind === 'close') return sql?.close()
    if (ask.kind === 'open') {
      sql = openFile(file, setup)
      return true
    }
    if (!sql) throw new StorageFailure('failed', 'the database is not open')
    const [input] = ask.input
    if (ask.method === 'content.next') return next(sql, { isTolerant: setup.isTolerant === true })
    if (ask.method === 'copy' && typeof input === 'string') return copyInto(sql, input)
    throw new StorageFailure('failed', `no method ${ask.method}`)
  }

  return (ask) => {
    try {
      return { ok: true, value: respond(ask) }
    } catch (error) {
      return {
        ok: false,
        problem: storageProblemOf(error, { folder: setup.folder, mayWrite: true }),
        cause: { code: codeOf(error), message: error instanceof Error ? error.message : String(error) },
      }
    }
  }
}
