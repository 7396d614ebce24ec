import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { emptyFleet } from './fleetCache'
import type { Sql } from './sql'

const flush = (path: string): void => {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes a copy of a database as of this moment at `target`, which only its user can read. Written beside and then
 * renamed, so that a copy which is there is whole (SQLite, "VACUUM", INTO). With `isFleetLeftOut` without what services tell
 * again. Answers its size in bytes. Throws what SQLite and the file system throw; nothing is left behind then.
 */
export function copyInto(sql: Sql, target: string, { isFleetLeftOut = false } = {}): number {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    // An empty file is taken by VACUUM INTO, with the permissions that it has.
    closeSync(openSync(unfinished, 'wx', 0o600))
    sql.prepare('VACUUM INTO ?').run(unfinished)
    if (isFleetLeftOut) emptyFleet(unfinished)
    flush(unfinished)
    renameSync(unfinished, target)
    if (process.platform !== 'win32') flush(dirname(target))
    return statSync(target).size
  } finally {
    rmSync(unfinished, { force: true })
    rmSync(`${unfinished}-journal`, { force: true })
  }
}
