import { accessSync, closeSync, constants, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { AppErrorOf } from '../../shared/errors'

export type StorageProblem = AppErrorOf<'storage'>['problem']

/** What was found about the database, where no error of SQLite or of the file system says it. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  constructor(
    readonly problem: StorageProblem,
    message: string,
  ) {
    super(message)
  }
}

// SQLite, "Result and Error Codes": the lowest eight bits are the primary code.
const sqliteProblems: Readonly<Record<number, StorageProblem>> = {
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'read-only', // SQLITE_READONLY
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  15: 'locked', // SQLITE_PROTOCOL: no lock was to be had in five seconds
  26: 'corrupt', // SQLITE_NOTADB
}
const IO_ERROR = 10
const CANNOT_OPEN = 14
/** SQLITE_READONLY_DBMOVED: the file was moved or deleted under us. */
const MOVED = 8 | (4 << 8)

const systemProblems: Readonly<Record<string, StorageProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'locked',
}

const propertyOf = (error: unknown, name: 'code' | 'rawCode'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

const sqliteCode = (error: unknown): number | null => {
  const code = propertyOf(error, 'rawCode')
  if (typeof code === 'number') return code
  // What the driver throws when it cannot open has the code only in its text.
  const inText = error instanceof Error ? /local database .*: (\d+)"/.exec(error.message) : null
  return inText ? Number(inText[1]) : null
}

/** SQLite itself calls the file damaged. */
export const isCorruption = (error: unknown): boolean => {
  const code = sqliteCode(error)
  return code !== null && sqliteProblems[code & 0xff] === 'corrupt'
}

const systemProblem = (error: unknown): StorageProblem | null => {
  const code = propertyOf(error, 'code')
  return typeof code === 'string' ? (systemProblems[code] ?? null) : null
}

const problemOfAttempt = (attempt: () => void): StorageProblem => {
  try {
    attempt()
    return 'failed'
  } catch (error) {
    return systemProblem(error) ?? 'failed'
  }
}

// SQLite says "I/O error" and "cannot open" for much that the file system names exactly when asked.
const askFileSystem = (folder: string, mayWrite: boolean): StorageProblem =>
  problemOfAttempt(() => {
    if (!mayWrite) return accessSync(folder, constants.R_OK | constants.W_OK)
    const probe = join(folder, `.probe-${process.pid}`)
    try {
      const descriptor = openSync(probe, 'w', 0o600)
      try {
        writeSync(descriptor, Buffer.alloc(65_536, 1))
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
    } finally {
      rmSync(probe, { force: true })
    }
  })

/**
 * Which of the storage problems an error is, be it of SQLite, of the file system or our own. Only what SQLite
 * itself calls corrupt is corrupt; what nobody names is `failed`.
 */
export function storageProblemOf(
  error: unknown,
  where: { readonly folder: string; readonly mayWrite: boolean },
): StorageProblem {
  if (error instanceof StorageFailure) return error.problem
  const code = sqliteCode(error)
  if (code === null) return systemProblem(error) ?? 'failed'
  const primary = code & 0xff
  if (primary === IO_ERROR || primary === CANNOT_OPEN) return askFileSystem(where.folder, where.mayWrite)
  return code === MOVED ? 'failed' : (sqliteProblems[primary] ?? 'failed')
}

/** The name that an error's source gives it, for the log. */
export const codeOf = (error: unknown): string => {
  if (error instanceof StorageFailure) return error.problem
  const code = propertyOf(error, 'code')
  if (typeof code === 'string' && code !== '') return code
  return error instanceof Error ? error.name : 'unknown'
}
