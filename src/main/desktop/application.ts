import { spawn } from 'node:child_process'
import { app } from 'electron'
import { devDependencies } from '../../../package.json'
import type { AppInfo } from '../../shared/app'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { exitNow } from './exitNow'
import { endAtLatest } from './lastResort'

/**
 * Resolves when Electron is ready, in a turn of its own: who tells of it may stand in the middle of something (a debugger
 * runs its callers' words inside an interruption), where no window can be made.
 */
export const whenReady = async (): Promise<void> => {
  await app.whenReady()
  await new Promise((resolve) => setImmediate(resolve))
}

/** Mailroom's own version. */
export const version = (): string => app.getVersion()

/** Whether there is a display to open a window on: `--print` runs without one where there is none. */
export const hasDisplay = (): boolean => app.commandLine.getSwitchValue('ozone-platform') !== 'headless'

/** What About shows of this program and the runtime it runs on. */
export function readAppInfo(
  isDemo: boolean,
  storageProblem: AppInfo['storageProblem'],
  hasRecovery: boolean,
): AppInfo {
  return {
    version: version(),
    isDemo,
    runtime: {
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      pinned: devDependencies.electron,
    },
    platform: process.platform,
    storageProblem,
    hasRecovery,
  }
}

/** Many times what Electron takes to end once everything is at rest: whoever is killed has no code. In milliseconds. */
const GOES_WITHIN_MS = 4_000

/**
 * Lets only `end` end the process: closing the last window does not, and quitting waits for it.
 * `end` brings everything to a rest; the process ends with the code it answers, or with 1 where it rejects.
 */
export function endInOrder(end: () => Promise<number>): { quit(): void } {
  let isEnding = false
  const quit = () => {
    if (isEnding) return
    isEnding = true
    void end()
      .catch(() => 1)
      .then((code) => {
        endAtLatest(GOES_WITHIN_MS)
        exitNow(code)
      })
  }
  app.on('window-all-closed', () => undefined)
  // Before any window is asked to close: one that hides instead would keep the process for ever.
  app.on('before-quit', (event) => {
    event.preventDefault()
    quit()
  })
  return { quit }
}

/** A start that cannot come to its end is not waited for longer, in milliseconds. */
const STARTS_WITHIN_MS = 30_000

/**
 * While a start is under way and nobody could end in order: quitting waits until the returned function is called, after
 * `endInOrder`. Then it is done where somebody wanted it.
 */
export function holdQuit(): () => void {
  let isWanted = false
  const wait = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (!isWanted) endAtLatest(STARTS_WITHIN_MS)
    isWanted = true
  }
  app.on('before-quit', wait)
  return () => {
    app.off('before-quit', wait)
    if (isWanted) app.quit()
  }
}

/** Opens sample data beside this Mailroom, as a process with a profile of its own. */
export function startDemo(): Result<void, AppError> {
  const source = process.defaultApp === true ? [app.getAppPath()] : []
  const child = spawn(process.execPath, [...source, '--demo'], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
  return ok(undefined)
}
