import { app } from 'electron'
import type { SecretClipboard } from '../actions/context'
import { copyText, forgetCopied, lastCopied, takeOff } from './clipboard'

/** So long a credential stays on the clipboard, in milliseconds. */
const STAYS_MS = 30_000

/** What is to be taken off; null: nothing. */
let secret: { readonly text: string; readonly timer: NodeJS.Timeout } | null = null

/** As `copyText`; taken off after half a minute where the clipboard still has it. */
export const copySecret: SecretClipboard['copy'] = async (text) => {
  const copied = await copyText(text)
  if (!copied.ok) return copied
  if (secret !== null) clearTimeout(secret.timer)
  const timer = setTimeout(() => void clearSecret(), STAYS_MS)
  timer.unref()
  secret = { text, timer }
  return copied
}

/**
 * Takes off at once what was copied so, where it is still there. Where this desktop does not let Mailroom look (Wayland,
 * without a program that may), it is done when the user is back in one of its windows. Never fails.
 */
export async function clearSecret(): Promise<void> {
  const mine = secret
  if (mine === null) return
  clearTimeout(mine.timer)
  const isDone = await takeOff(mine.text)
  // Another one may have been copied meanwhile, or the same one again, which has half a minute of its own.
  if (secret !== mine) return
  if (isDone) secret = null
  else app.once('browser-window-focus', () => void clearSecret())
}

/** The same before this process ends: what cannot be taken off now is given to nobody who would hold it any longer. */
export async function leaveNoSecret(): Promise<void> {
  await clearSecret()
  if (secret !== null && lastCopied()?.text === secret.text) forgetCopied()
}
