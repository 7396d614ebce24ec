import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { collectText, firstLine, type Programs } from './programs'

/** `clipboard` is what Ctrl+V pastes, `primary` what the middle button does. */
export type Selection = 'clipboard' | 'primary'

/** A display's selections as other programs see them. */
export interface Clipboard {
  /** Text as any program reads it; null where nobody offers any. */
  read(selection: Selection): Promise<string | null>
  /** Puts text there as another program, which offers it until something else is copied. */
  write(selection: Selection, text: string): Promise<void>
  /** Nobody offers text any more: neither those programs nor what an application left behind. */
  clear(): Promise<void>
}

/**
 * Who asks the owner of a selection in the moment in which it goes waits for an answer for ever; asked again, the next owner
 * answers, or there is none. One that is there and does not answer fails all attempts.
 */
const ANSWER_MS = 5_000
const MOST_ATTEMPTS = 4

/** The clipboard of the display that the programs run on, through xclip. */
export const openClipboard = (programs: Programs): Clipboard => {
  const offering = new Set<ChildProcess>()
  const clipboard: Clipboard = {
    read: async (selection) => {
      const args = ['-selection', selection, '-out', '-target', 'UTF8_STRING']
      for (let attempts = 1; ; attempts++) {
        try {
          const { code, stdout } = await programs.run('xclip', args, { timeoutMs: ANSWER_MS })
          return code === 0 ? stdout : null
        } catch (cause) {
          if (attempts === MOST_ATTEMPTS) throw cause
        }
      }
    },
    write: async (selection, text) => {
      const xclip = programs.start('xclip', ['-quiet', '-selection', selection, '-in'], {
        stdio: ['pipe', 'ignore', 'pipe'],
      })
      offering.add(xclip)
      xclip.once('exit', () => offering.delete(xclip))
      const words = collectText(xclip.stderr)
      xclip.stdin?.end(text)
      // It says that it waits for requests when it has asked for the selection, which may be a while before it has it.
      const waiting = await Promise.race([firstLine(xclip.stderr), once(xclip, 'exit').then(() => undefined)])
      if (!waiting?.startsWith('Waiting')) throw new Error(`xclip does not copy: ${words()}`)
      while ((await clipboard.read(selection)) !== text) {
        if (xclip.exitCode !== null) throw new Error(`xclip lost what it copied: ${words()}`)
      }
    },
    clear: async () => {
      for (const selection of ['clipboard', 'primary'] as const) {
        // What serves a text ends by itself when something else is there.
        if ((await clipboard.read(selection)) !== null) await clipboard.write(selection, 'cleared')
      }
      for (const xclip of offering) await programs.end(xclip)
    },
  }
  return clipboard
}
