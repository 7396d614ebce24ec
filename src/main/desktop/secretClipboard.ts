import { app } from 'electron'
import type { SecretClipboard } from '../actions/context'
import { copyText, forgetCopied, lastCopied, takeOff } from './clipboard'

/** So long a credential stays on the clipboard, in milliseconds. */
const STAYS_MS = 30_000

/** A text that is to be taken off. */
interface Secret {
  readonly text: string
  readonly timer: NodeJS.Timeout
}

/** More than one only where a copy failed: then the one before may be on the clipboard still. */
const secrets = new Set<Secret>()

/**
 * As `copyText`; taken off after half a minute where the clipboard still has it. What could not be copied is taken off at
 * once: that it failed may only mean that nobody could look.
 */
export const copySecret: SecretClipboard['copy'] = async (text) => {
  const before = [...secrets]
  const mine = remember(text)
  const copied = await copyText(text)
  if (copied.ok) {
    for (const one of before) forget(one)
    mine.timer.refresh()
  } else if (await takeOff(text)) {
    forget(mine)
  }
  return copied
}

function remember(text: string): Secret {
  const timer = setTimeout(() => void clear(mine), STAYS_MS)
  timer.unref()
  const mine = { text, timer }
  secrets.add(mine)
  return mine
}

function forget(one: Secret): void {
  clearTimeout(one.timer)
  secrets.delete(one)
}

/**
 * Takes off at once what was copied so, where it is still there. Where this desktop does not let Mailroom look (Wayland,
 * without a program that may), it is done when the user is back in one of its windows. Never fails.
 */
export async function clearSecret(): Promise<void> {
  await Promise.all([...secrets].map(clear))
}

async function clear(one: Secret): Promise<void> {
  if (!secrets.has(one)) return
  clearTimeout(one.timer)
  const isDone = await takeOff(one.text)
  // Another one may have been copied meanwhile, or the same one again, which has half a minute of its own.
  if (!secrets.has(one)) return
  if (isDone) forget(one)
  else app.once('browser-window-focus', () => void clear(one))
}

/** The same before this process ends: what cannot be taken off now is given to nobody who would hold it any longer. */
export async function leaveNoSecret(): Promise<void> {
  await clearSecret()
  if ([...secrets].some(({ text }) => text === lastCopied()?.text)) forgetCopied()
}
