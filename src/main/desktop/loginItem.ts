import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { desktopText } from '../../shared/text/desktop'
import { autostartEntry, startsAnything } from '../rules/autostart'

/** Electron's own login items do nothing on Linux ("app.setLoginItemSettings"): desktops read files from here. */
const file = () => join(app.getPath('appData'), 'autostart/mailroom.desktop')

/** Whether Mailroom starts when its user logs in; read from the file that does it. Null where that cannot be read. */
export function startsAtLogin(): boolean | null {
  try {
    return startsAnything(readFileSync(file(), 'utf8'))
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR' ? false : null
  }
}

/** Makes this command start when the user logs in, hidden; null: nothing does. */
export function setLoginItem(command: readonly string[] | null): Result<void, AppErrorOf<'file'>> {
  const path = file()
  try {
    if (command === null) rmSync(path, { force: true })
    else {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      // A desktop that logs in meanwhile reads the old one or the new one.
      writeFileSync(`${path}.new`, autostartEntry(desktopText.name, command), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    }
    return ok(undefined)
  } catch (cause) {
    const problem = codeOf(cause) === 'ENOSPC' ? 'full' : 'not-writable'
    return err({ kind: 'file', problem, line: null })
  }
}

const codeOf = (cause: unknown): unknown =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null
