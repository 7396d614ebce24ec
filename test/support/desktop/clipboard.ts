import { once } from 'node:events'
import type { Programs } from './programs'

/** `clipboard` is what Ctrl+V pastes, `primary` what the middle button does. */
export type Selection = 'clipboard' | 'primary'

/** Reads text as any other program does; null where nobody offers any. */
export const readSelection = async (programs: Programs, selection: Selection): Promise<string | null> => {
  const { code, stdout } = await programs.run('xclip', [
    '-selection',
    selection,
    '-out',
    '-target',
    'UTF8_STRING',
  ])
  return code === 0 ? stdout : null
}

/** Puts text there as another program, which offers it until something else is copied. */
export const writeSelection = async (
  programs: Programs,
  selection: Selection,
  text: string,
): Promise<void> => {
  const xclip = programs.start('xclip', ['-selection', selection, '-in'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  xclip.stdin?.end(text)
  // It goes on in the background once it owns the selection.
  const [code] = await once(xclip, 'exit')
  if (code !== 0) throw new Error(`xclip ended with ${code}`)
}
