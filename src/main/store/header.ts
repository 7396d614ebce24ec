import { closeSync, openSync, readSync } from 'node:fs'

export interface DatabaseHeader {
  readonly kind: 'database'
  /** PRAGMA user_version, with what the write-ahead log says about it. */
  readonly version: number
  /** Something is in the write-ahead log: the last use did not end in order, or has not ended. */
  readonly hasLog: boolean
}

export type FileFinding = DatabaseHeader | { readonly kind: 'missing' | 'empty' | 'not-a-database' }

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const VERSION_AT = 60
const LOG_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

const readBytes = (descriptor: number, position: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position))
}

const withFile = <T>(file: string, missing: T, read: (descriptor: number) => T): T => {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing
    throw error
  }
  try {
    return read(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * The version in the newest committed copy of page 1 in a write-ahead log; null where it has none. Checksums
 * are not computed: a frame that was torn could only make a file look newer than it is, and such a file is left alone.
 */
const readLog = (file: string): { readonly isEmpty: boolean; readonly version: number | null } =>
  withFile(file, { isEmpty: true, version: null }, (descriptor) => {
    const header = readBytes(descriptor, 0, LOG_HEADER_BYTES)
    if (header.length < LOG_HEADER_BYTES) return { isEmpty: true, version: null }
    const pageSize = header.readUInt32BE(8)
    if (pageSize < 512) return { isEmpty: false, version: null }
    const salt = header.subarray(16, 24)
    let seen: number | null = null
    let version: number | null = null
    let position = LOG_HEADER_BYTES
    for (;;) {
      const frame = readBytes(descriptor, position, FRAME_HEADER_BYTES + VERSION_AT + 4)
      if (frame.length < FRAME_HEADER_BYTES + VERSION_AT + 4 || !frame.subarray(8, 16).equals(salt)) break
      if (frame.readUInt32BE(0) === 1) seen = frame.readUInt32BE(FRAME_HEADER_BYTES + VERSION_AT)
      if (frame.readUInt32BE(4) !== 0) version = seen
      position += FRAME_HEADER_BYTES + pageSize
    }
    return { isEmpty: false, version }
  })

/**
 * Reads what a file says of itself without SQLite, which would lay its log and index beside it (SQLite,
 * "Database File Format", 1.3 and 4.1). Never to be called while this process has the database open: to
 * close any descriptor of a file drops all locks of the process on it (POSIX, fcntl). Throws errors of the file system.
 */
export const readHeader = (file: string): FileFinding =>
  withFile<FileFinding>(file, { kind: 'missing' }, (descriptor) => {
    const header = readBytes(descriptor, 0, HEADER_BYTES)
    if (header.length === 0) return { kind: 'empty' }
    const isDatabase = header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC
    if (!isDatabase) return { kind: 'not-a-database' }
    const log = readLog(`${file}-wal`)
    return {
      kind: 'database',
      version: log.version ?? header.readUInt32BE(VERSION_AT),
      hasLog: !log.isEmpty,
    }
  })
