import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/settings'

/** The window's canvas, as its style sheet has it: shown before the page has painted anything. */
export const canvas = { light: '#ffffff', dark: '#17191e' } as const

/** Takes the user's choice for every window, menu and dialog; `system` follows the desktop. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme
}

/** The choice beside the database, for a window that is made before that is open. No file: `system`. */
const NAME = 'mailroom.theme'

/** Takes the user's choice as it was the last time, from the profile's folder; the database knows it better, and later. */
export function recallTheme(folder: string): void {
  const kept = read(folder)
  if (kept === 'light' || kept === 'dark') applyTheme(kept)
}

/** Keeps the user's choice for `recallTheme`. Where it cannot be written the next window may begin in another colour. */
export function rememberTheme(folder: string, theme: Settings['theme']): void {
  const kept = read(folder)
  if (kept === (theme === 'system' ? null : theme)) return
  try {
    if (theme === 'system') rmSync(join(folder, NAME), { force: true })
    else writeFileSync(join(folder, NAME), theme, { mode: 0o600 })
  } catch {
    // A folder that takes nothing has more to tell than this.
  }
}

function read(folder: string): string | null {
  try {
    return readFileSync(join(folder, NAME), 'utf8')
  } catch {
    return null
  }
}

/** The colour that an empty window has to have so that it does not flash. */
export function windowColour(): string {
  return nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light
}
