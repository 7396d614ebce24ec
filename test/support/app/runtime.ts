import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'

/** What is started: an Electron and the folder of the application, or an installed application that is both. */
export interface Runtime {
  readonly executable: string
  /** Null where the executable is the application itself. */
  readonly appFolder: string | null
}

/**
 * The installed application that MAILROOM_INSTALLED names, for journeys that ask nothing of its main process. Else what
 * `npm test` names: MAILROOM_ELECTRON, an Electron with its sandbox set up, and MAILROOM_APP, a built application
 * that the user of the tests can read (default: this repository). Throws an Error that says what is missing.
 */
export const runtimeForTests = (): Runtime => {
  const installed = process.env.MAILROOM_INSTALLED
  if (installed) return { executable: installed, appFolder: null }
  const executable = process.env.MAILROOM_ELECTRON
  if (!executable)
    throw new Error('Set MAILROOM_ELECTRON to an Electron; "npm test" finds or fetches one and sets it.')
  accessSync(executable, constants.X_OK)
  return { executable, appFolder: process.env.MAILROOM_APP ?? resolve(import.meta.dirname, '../../..') }
}
