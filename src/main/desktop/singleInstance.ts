import { accessSync, constants, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type * as z from 'zod'
import { isModest } from '../ipc/bounds'

/**
 * Asks for the profile's lock; the profile's folder is set before. True: this process has it, and
 * `onOther` hears of every later start, with what that one was started for, or null where what came does
 * not parse: any program of the user can send something. False: another one has it, and has been given
 * `mine`; it cannot answer (Electron, "app.requestSingleInstanceLock"). May then be asked again.
 */
export function claimInstance<T extends Record<string, unknown>>(
  schema: z.ZodType<T>,
  mine: T,
  onOther: (theirs: T | null) => void,
): boolean {
  if (!app.requestSingleInstanceLock(mine)) return isReadOnly(app.getPath('userData'))
  app.on('second-instance', (_event, _argv, _folder, data: unknown) => {
    const theirs = isModest(data) ? schema.safeParse(data) : null
    onOther(theirs?.success === true ? theirs.data : null)
  })
  return true
}

/**
 * Electron says "another one has it" of a folder where no lock can be made, too. Nobody has that one, and
 * nobody writes there: this process may go on and say so.
 */
function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return false
  } catch {
    return !hasLock(folder)
  }
}

function hasLock(folder: string): boolean {
  try {
    return lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
