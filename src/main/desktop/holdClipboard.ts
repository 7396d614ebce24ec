import { setTimeout as sleep } from 'node:timers/promises'
import { app, clipboard } from 'electron'
import { hardenApplication } from '../security/hardening'
import { exitNow } from './exitNow'
import { HELD } from './holderWords'
import { closeInherited } from './inherited'
import { middleButton } from './middleButton'

/** Who started this process hands the text over at once, or is gone; in milliseconds. */
const INPUT_MS = 3_000
/** More than every address and note of a long list, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024
/** Who has not taken over by then never will: whoever waits for it is long gone. In milliseconds. */
const TAKES_OVER_WITHIN_MS = 10_000
const LOOK_AGAIN_MS = 500
const HOLD_MS = 10 * 60_000
/** Nothing can be made below this: what Electron itself keeps in a profile, it keeps nowhere. */
const NOWHERE = '/dev/null/mailroom'

/**
 * The whole of a process that holds a text for a Mailroom that ends (X11: whoever copied serves it). It reads the text
 * from standard input, takes the clipboard over only where that still has it, answers on standard output, and ends when
 * something else is there, or after ten minutes. It has no profile, no window, no log, no keychain, and asks no network.
 */
export function holdClipboard(): void {
  // Electron would show what nobody caught in a dialog.
  process.on('uncaughtException', () => exitNow(1))
  app.setPath('userData', NOWHERE)
  app.setPath('sessionData', NOWHERE)
  hardenApplication()
  void hold().then(
    () => exitNow(0),
    () => exitNow(1),
  )
}

async function hold(): Promise<void> {
  // A display that does not answer lets nothing become ready, and nothing end in order.
  const late = setTimeout(() => process.kill(process.pid, 'SIGKILL'), TAKES_OVER_WITHIN_MS)
  const input = await readInput()
  const given = input === null ? null : parseGiven(input)
  if (given === null) return
  const { text } = given
  // First of all: whoever reads what Mailroom was started with waits for that.
  closeInherited(given.inherited)
  await app.whenReady()
  if (!(await takeOver(text))) return
  clearTimeout(late)
  process.stdout.write(`${HELD}\n`)
  const end = performance.now() + HOLD_MS
  while (performance.now() < end && (await clipboard.readText()) === text) await sleep(LOOK_AGAIN_MS)
}

/** False where something else was copied since, or the text could not be put there. */
async function takeOver(text: string): Promise<boolean> {
  const marked = await middleButton.readText()
  if ((await clipboard.readText()) !== text) return false
  await clipboard.writeText(text)
  // Electron fills the other selection, too, in which the user may have marked something since.
  if (marked !== '' && marked !== text) await middleButton.writeText(marked)
  // Who owns the selection reads what others read (X11 gives it to one at a time).
  return (await clipboard.readText()) === text
}

/** Any program of the user can start a holder. Null: this does not come from `startHolder`. */
function parseGiven(input: string): { text: string; inherited: ReadonlySet<string> } | null {
  const given: unknown = JSON.parse(input)
  if (typeof given !== 'object' || given === null || !('text' in given) || !('inherited' in given))
    return null
  const { text, inherited } = given
  if (typeof text !== 'string' || text === '' || !Array.isArray(inherited)) return null
  return { text, inherited: new Set(inherited.filter((name) => typeof name === 'string')) }
}

/** Standard input to its end; null where it does not end in time, or is longer than anything Mailroom copies. */
function readInput(): Promise<string | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let length = 0
    const { stdin } = process
    const timer = setTimeout(() => resolve(null), INPUT_MS)
    stdin.on('data', (part: Buffer) => {
      length += part.length
      if (length > MOST_BYTES) resolve(null)
      else parts.push(part)
    })
    stdin.on('error', () => resolve(null))
    stdin.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(parts).toString('utf8'))
    })
  })
}
