import { setTimeout as sleep } from 'node:timers/promises'
import { clipboard } from 'electron'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { hasDisplay } from './application'
import { isUserHere } from './attention'
import { copyOnWayland, isWaylandSession, readOnWayland } from './waylandClipboard'

const LOOK_AGAIN_MS = 500

/**
 * Puts a text on the clipboard, and answers only then that it is there when it could be read back. The
 * one place that writes to the clipboard.
 */
export async function copyText(text: string): Promise<Result<void, AppErrorOf<'clipboard'>>> {
  // Without a display there is no clipboard that anybody shares; Electron keeps one for itself.
  if (!hasDisplay()) return err({ kind: 'clipboard' })
  try {
    await clipboard.writeText(text)
    if (isWaylandSession(process.env) && !isUserHere()) {
      // Wayland drops what a program copies that the user is not busy in, and Electron does not notice:
      // it reads its own text back. A program of the user's session can do it for us.
      return (await copyOnWayland(text)) ? ok(undefined) : err({ kind: 'clipboard' })
    }
    return (await clipboard.readText()) === text ? ok(undefined) : err({ kind: 'clipboard' })
  } catch {
    return err({ kind: 'clipboard' })
  }
}

/** Whether the clipboard still holds a text that this process put there. */
export async function holdsText(text: string): Promise<boolean> {
  try {
    return (await clipboard.readText()) === text
  } catch {
    return false
  }
}

/**
 * Waits while the clipboard holds a text that is gone when this process ends (X11: whoever copied serves
 * it), at most `atMostMs`. Ends at once where another program serves it.
 */
export async function holdUntilTaken(text: string, atMostMs: number): Promise<void> {
  if (isWaylandSession(process.env) && (await readOnWayland()) === text) return
  const end = performance.now() + atMostMs
  while (performance.now() < end && (await holdsText(text))) await sleep(LOOK_AGAIN_MS)
}
