import { isAbsolute, join, normalize } from 'node:path'
import { err, ok, type Result } from '../../shared/result'

export interface ProfileWish {
  readonly isDemo: boolean
  /** What `--user-data-dir` says; null without it. */
  readonly userDataDir: string | null
}

/**
 * The folder of a profile. Sample data has one of its own in every case, with its own lock and database:
 * neither profile ever reaches the other. `appData`: where the system keeps applications' data, absolute.
 */
export function profileFolder(
  { isDemo, userDataDir }: ProfileWish,
  appData: string,
): Result<string, { problem: 'not-absolute' }> {
  if (userDataDir === null) return ok(join(appData, isDemo ? 'Mailroom Sample Data' : 'Mailroom'))
  // A NUL would cut the path short where the system reads it.
  if (!isAbsolute(userDataDir) || userDataDir.includes('\0')) return err({ problem: 'not-absolute' })
  return ok(isDemo ? join(userDataDir, 'sample-data') : normalize(userDataDir))
}
