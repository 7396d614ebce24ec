import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { DATABASE_NAME, databaseIn, SUSPECT_NAME } from './place'

const mark = z.object({
  /** The damaged file's name in the data folder. */
  fileName: z.string().regex(/^mailroom\.damaged-[0-9TZ.-]+\.sqlite$/),
  /** When it was put aside, in epoch milliseconds. */
  at: z.number(),
})
/** What says, from start to start, that a damaged database was put aside and the user has not decided about it. */
export type RecoveryMark = z.infer<typeof mark>

const MARK_NAME = 'mailroom.recovery.json'
/** The database comes last: until it has gone the others can follow it. */
const SUFFIXES = ['-wal', '-shm', '-journal', ''] as const

const parseMark = (text: string): RecoveryMark | null => {
  try {
    const parsed = mark.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Null where nothing waits for the user. */
export function readMark(folder: string): RecoveryMark | null {
  try {
    return parseMark(readFileSync(join(folder, MARK_NAME), 'utf8'))
  } catch {
    return null
  }
}

/** The damaged file of a mark. */
export const damagedFile = (folder: string, { fileName }: RecoveryMark): string => join(folder, fileName)

const writeSafely = (path: string, text: string): void => {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600)
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

const moveTo = (folder: string, found: RecoveryMark): void => {
  for (const suffix of SUFFIXES) {
    const from = databaseIn(folder) + suffix
    if (existsSync(from)) renameSync(from, damagedFile(folder, found) + suffix)
  }
}

/**
 * Puts a database that SQLite calls damaged aside, with all that lies beside it, and leaves a mark that the user has yet to
 * decide about it. The mark comes first: a move that was interrupted is finished by `finishPuttingAside`. To be called while
 * nobody has the database open. Throws errors of the file system.
 */
export function putAside(folder: string, at: number): RecoveryMark {
  const moment = new Date(at).toISOString().replaceAll(':', '-').replace('.', '-')
  const found: RecoveryMark = { fileName: `mailroom.damaged-${moment}.sqlite`, at }
  writeSafely(join(folder, MARK_NAME), JSON.stringify(found))
  moveTo(folder, found)
  rmSync(join(folder, SUSPECT_NAME), { force: true })
  return found
}

/** For the start: finishes what a crash interrupted. Throws errors of the file system. */
export function finishPuttingAside(folder: string): void {
  const found = readMark(folder)
  if (found !== null && !existsSync(damagedFile(folder, found))) moveTo(folder, found)
}

/** The user has decided. The damaged file stays where it is. Throws errors of the file system. */
export function endRecovery(folder: string): void {
  rmSync(join(folder, MARK_NAME), { force: true })
}

/** Has the next start check the whole database before it is used: SQLite called a part of it damaged. */
export function suspect(folder: string): void {
  try {
    writeSafely(join(folder, SUSPECT_NAME), `${DATABASE_NAME}\n`)
  } catch {
    // Nothing can be written: the next failure tries again.
  }
}
