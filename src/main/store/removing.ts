import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copiesFolder } from './copies'

/**
 * Removes everything that Mailroom keeps in a folder: the database, its copies, and what was put aside. To be called when
 * nobody has the database open. False where something stays.
 */
export async function removeStored(folder: string): Promise<boolean> {
  try {
    const names = (await readdir(folder)).filter((name) => name.startsWith('mailroom.'))
    const paths = [copiesFolder(folder), ...names.map((name) => join(folder, name))]
    const removed = await Promise.allSettled(paths.map((path) => rm(path, { recursive: true, force: true })))
    return removed.every(({ status }) => status === 'fulfilled')
  } catch {
    return false
  }
}
