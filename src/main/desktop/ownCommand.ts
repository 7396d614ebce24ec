import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'

/** What chose the profile that runs. */
export interface ProfileChoice {
  readonly isDemo: boolean
  /** Absolute; null: the usual one. */
  readonly userDataDir: string | null
}

/** A package puts a link to its launcher here, where shells look for it. */
const INSTALLED = '/usr/bin/mailroom'

/**
 * The words that start the Mailroom that runs here, on the profile that runs: the program, where it is not packaged
 * the application's folder, and what chose the profile.
 */
export function ownCommand({ isDemo, userDataDir }: ProfileChoice): string[] {
  return [
    ...programWords(),
    ...(userDataDir === null ? [] : [`--user-data-dir=${userDataDir}`]),
    ...(isDemo ? ['--demo'] : []),
  ]
}

function programWords(): string[] {
  if (!app.isPackaged) return [process.execPath, app.getAppPath()]
  // The launcher knows what sessions without X need.
  const launcher = real(join(dirname(process.execPath), 'bin/mailroom'))
  if (launcher === null) return [process.execPath]
  return [real(INSTALLED) === launcher ? 'mailroom' : launcher]
}

function real(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
