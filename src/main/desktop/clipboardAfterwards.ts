import { setTimeout as sleep } from 'node:timers/promises'
import { app, clipboard } from 'electron'
import { copyText, lastCopied, servesNoMore } from './clipboard'
import { startHolder } from './clipboardHolder'
import { holderWords } from './holderWords'
import { leaveNoSecret } from './secretClipboard'
import { copyOnWayland, isWaylandSession, readOnWayland, readsUnfocused } from './waylandClipboard'

const LOOK_AGAIN_MS = 500
/**
 * A machine that is busy starts a holder late, and nobody waits for one: a command has said how it ended, and who quits
 * sees no window any more. In milliseconds.
 */
const PATIENCE_MS = 4_000
/** A holder that is late is killed then, and takes a moment to be gone: nobody else would see to that. In milliseconds. */
const GONE_AFTER_MS = 500
/** So long a process holds its text itself where no other does, in milliseconds. */
const HOLD_MS = 10 * 60_000

/**
 * Sees to it that what this process copied is on the clipboard when it has ended: on X11 whoever copied serves the
 * text. Hands it to a process that holds it; where that does not work it waits here, at most ten minutes, while the
 * clipboard has the text. Ends at once where another program serves it, or has taken the clipboard over.
 */
export async function outliveClipboard(): Promise<void> {
  if (await handOver()) return
  const end = performance.now() + HOLD_MS
  while (performance.now() < end && (await holdsOurs())) await sleep(LOOK_AGAIN_MS)
}

/** The same for a user who quits: as far as it can be done at once. Never fails. */
export async function leaveClipboard(): Promise<void> {
  // Nobody would take a credential off afterwards.
  await leaveNoSecret()
  // There the desktop may have to give the focus away to tell what is on the clipboard.
  if (isWaylandSession(process.env) && !(await readsUnfocused())) return
  const late = sleep(PATIENCE_MS + GONE_AFTER_MS, undefined, { ref: false })
  await Promise.race([handOver(), late]).catch(() => undefined)
}

let underWay: Promise<boolean> | null = null

/** Whether the text needs this process no more. Asked again meanwhile, it is the same handing over. */
function handOver(): Promise<boolean> {
  underWay ??= hand().finally(() => {
    underWay = null
  })
  return underWay
}

async function hand(): Promise<boolean> {
  const ours = lastCopied()
  if (ours === null || !ours.isServedHere) return true
  const { text } = ours
  try {
    if (isWaylandSession(process.env)) {
      const now = await readOnWayland()
      if (now !== null && now !== text) return true
      if (!(await copyOnWayland(text))) return false
    } else {
      if ((await clipboard.readText()) !== text) return true
      const source = process.defaultApp === true ? [app.getAppPath()] : []
      const isHeld = await startHolder({
        command: [process.execPath, ...source, ...holderWords],
        text,
        profile: app.getPath('userData'),
        patienceMs: PATIENCE_MS,
      })
      // Once it has taken over, this process is the other program that reads it.
      const now = await clipboard.readText()
      // One that was ended just then left nothing there.
      if (!isHeld && now === '') await copyText(text)
      if (!isHeld && (now === '' || now === text)) return false
    }
    servesNoMore(ours)
    return true
  } catch {
    return false
  }
}

async function holdsOurs(): Promise<boolean> {
  try {
    return (await clipboard.readText()) === lastCopied()?.text
  } catch {
    return false
  }
}
