import { globalShortcut } from 'electron'
import type { DesktopState } from '../../shared/desktopState'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { isWaylandSession } from './waylandClipboard'

/** The one key combination that opens quick create from anywhere. */
export interface Shortcut {
  /** Whether it works; after `set`. */
  standing(): DesktopState['shortcut']['standing']
  /**
   * Takes this combination (Electron, "Accelerator") in place of the last; null: none. Errors leave the last one as it
   * was: `taken`: another program has it; `invalid`: it is none; `not-here`: this desktop gives programs none.
   */
  set(accelerator: string | null): Result<void, AppErrorOf<'shortcut'>>
}

export function createShortcut(onPress: () => void): Shortcut {
  let current: string | null = null
  let standing: DesktopState['shortcut']['standing'] = 'off'

  function set(accelerator: string | null): Result<void, AppErrorOf<'shortcut'>> {
    if (accelerator !== null && isWaylandSession(process.env)) {
      // Wayland gives programs no keys of others. Electron may say that it has one all the same, and never hears of it.
      standing = 'not-here'
      return err({ kind: 'shortcut', problem: 'not-here' })
    }
    if (accelerator !== null && accelerator === current && standing === 'on') return ok(undefined)
    if (accelerator !== null) {
      const registered = register(accelerator)
      if (!registered.ok) {
        if (current === null) standing = 'taken'
        return registered
      }
    }
    if (current !== null && current !== accelerator) globalShortcut.unregister(current)
    current = accelerator
    standing = accelerator === null ? 'off' : 'on'
    return ok(undefined)
  }

  function register(accelerator: string): Result<void, AppErrorOf<'shortcut'>> {
    try {
      return globalShortcut.register(accelerator, onPress)
        ? ok(undefined)
        : err({ kind: 'shortcut', problem: 'taken' })
    } catch {
      // Electron throws at what it does not take for an accelerator.
      return err({ kind: 'shortcut', problem: 'invalid' })
    }
  }

  return { set, standing: () => standing }
}
