import { answering } from './answering'
import type { ContentPage } from './content'
import { readContent } from './contentReading'
import { copyInto } from './copyInto'
import { isCorruption, StorageFailure } from './failures'
import { versionOf } from './migrate'
import { latestVersion, migrations } from './migrations'
import { noneFound, noteFound, readPageContent } from './pageContent'
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

function* readWhole(sql: Sql | null): Generator<ContentPage> {
  if (!sql) throw new StorageFailure('failed', 'the database is not open')
  sql.exec('BEGIN')
  yield* readContent(sql, { isTolerant: false })
}

/** What SQLite can still read of a file, and then what else lies in its pages. */
function* readAnything(sql: Sql | null, file: string): Generator<ContentPage> {
  const found = noneFound()
  try {
    for (const page of sql ? readContent(sql, { isTolerant: true }) : []) {
      noteFound(found, page)
      yield page
    }
  } catch {
    // So much is damaged that SQLite reads nothing of it.
  }
  yield* readPageContent(file, found)
}

/** What a thread beside the others answers: it reads one file, whole and as of one moment, and makes copies of it. */
export function createAsideResponder(setup: ThreadSetup): (ask: Ask) => Answer {
  const file = setup.file ?? ''
  let sql: Sql | null = null
  let pages: Generator<ContentPage> | null = null
  const isTolerant = setup.isTolerant === true

  const open = (): boolean => {
    try {
      sql = openFile(file, setup)
    } catch (error) {
      if (!isTolerant || !isCorruption(error)) throw error
    }
    return true
  }

  const next = (): ContentPage | null => {
    pages ??= isTolerant ? readAnything(sql, file) : readWhole(sql)
    const { value, done } = pages.next()
    return done === true ? null : value
  }

  const respond = (ask: Ask): unknown => {
    if (ask.kind === 'close') return sql?.close()
    if (ask.kind === 'open') return open()
    const [input] = ask.input
    if (ask.method === 'content.next') return next()
    if (ask.method === 'copy' && typeof input === 'string' && sql) {
      return copyInto(sql, input, { isFleetLeftOut: true })
    }
    throw new StorageFailure('failed', `no method ${ask.method}`)
  }

  return answering(respond, { folder: setup.folder, mayWrite: true })
}
