import { answering } from './answering'
import { createAsideResponder } from './asideServe'
import { StorageFailure } from './failures'
import { indexAll } from './indexes'
import { createReads, createWrites } from './methods'
import { openBesideOther, openBesideWriter, openForWriting } from './open'
import type { Answer, Ask, NumberedAnswer, NumberedAsk, ThreadSetup } from './protocol'
import type { Sql } from './sql'

interface Open {
  readonly sql: Sql
  readonly reads: object
  /** Empty for who only reads. */
  readonly writes: object
  /** The last act of each write. */
  readonly index: () => void
}

const openAs = (setup: ThreadSetup): Open | null => {
  if (setup.role === 'writer') {
    const sql = openForWriting(setup)
    return { sql, reads: createReads(sql), writes: createWrites(sql), index: indexAll(sql) }
  }
  const sql = setup.role === 'reader' ? openBesideWriter(setup) : openBesideOther(setup)
  return sql && { sql, reads: createReads(sql), writes: {}, index: () => {} }
}

/** Answers what a thread of the store is asked. Never throws: a failure is an answer. */
export function createResponder(setup: ThreadSetup): (ask: Ask) => Answer {
  let open: Open | null = null

  const call = (method: string, input: readonly unknown[]): unknown => {
    if (!open) throw new StorageFailure('failed', 'the database is not open')
    const { reads, writes, index, sql } = open
    const isWrite = Object.hasOwn(writes, method)
    const methods = isWrite ? writes : reads
    const work: unknown = Object.hasOwn(methods, method) ? Reflect.get(methods, method) : undefined
    if (typeof work !== 'function') throw new StorageFailure('failed', `no method ${method}`)
    if (!isWrite) return sql.transaction('read', () => Reflect.apply(work, undefined, input))
    return sql.transaction('write', () => {
      const value: unknown = Reflect.apply(work, undefined, input)
      index()
      return value
    })
  }

  const close = (): void => {
    const closing = open
    open = null
    if (setup.role === 'writer') closing?.sql.pragma('wal_checkpoint(TRUNCATE)')
    closing?.sql.close()
  }

  const respond = (ask: Ask): unknown => {
    if (ask.kind === 'call') return call(ask.method, ask.input)
    if (ask.kind === 'close') return close()
    open = openAs(setup)
    return open !== null
  }

  return answering(respond, { folder: setup.folder, mayWrite: setup.role === 'writer' })
}

/** What a thread needs of the port to its parent. */
interface ParentPort {
  on(event: 'message', listener: (message: NumberedAsk) => void): unknown
  postMessage(message: NumberedAnswer): void
}

export function serveStore(port: ParentPort, setup: ThreadSetup): void {
  const respond = setup.role === 'aside' ? createAsideResponder(setup) : createResponder(setup)
  port.on('message', ({ id, ask }) => port.postMessage({ id, answer: respond(ask) }))
}
