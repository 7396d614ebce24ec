import { setTimeout as sleep } from 'node:timers/promises'
import type { Programs } from './programs'

/** What the user does with the dialog that asks for the keyring's password. */
export type PromptAnswer = { readonly password: string } | 'cancel'

const TITLE = 'Unlock Login Keyring'

const isAsking = async (programs: Programs): Promise<boolean> =>
  (await programs.run('xdotool', ['search', '--onlyvisible', '--name', TITLE])).stdout !== ''

const until = async (asking: boolean, programs: Programs, waitMs: number): Promise<boolean> => {
  for (let waited = 0; waited < waitMs; waited += 100) {
    if ((await isAsking(programs)) === asking) return true
    await sleep(100)
  }
  return false
}

/**
 * Waits for the keyring's dialog and answers it with the keyboard. Rejects where none appears within 15 s, or where it
 * stays (a wrong password makes it ask again, and this try again).
 */
export const answerPrompt = async (programs: Programs, answer: PromptAnswer): Promise<void> => {
  if (!(await until(true, programs, 15_000))) throw new Error(`no dialog "${TITLE}" appeared`)
  // Keys are lost that are pressed before the dialog has the keyboard.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    if (answer === 'cancel') await programs.run('xdotool', ['key', 'Escape'])
    else {
      await programs.run('xdotool', ['key', 'ctrl+a'])
      await programs.run('xdotool', ['type', '--file', '-'], { input: answer.password })
      await programs.run('xdotool', ['key', 'Return'])
    }
    if (await until(false, programs, 2_000)) return
  }
  throw new Error(`the dialog "${TITLE}" did not go`)
}
