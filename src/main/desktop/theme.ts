import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/settings'

/** The window's canvas, as its style sheet has it: shown before the page has painted anything. */
export const canvas = { light: '#ffffff', dark: '#17191e' } as const

/** Takes the user's choice for every window, menu and dialog; `system` follows the desktop. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme
}

/** The colour that an empty window has to have so that it does not flash. */
export function windowColour(): string {
  return nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light
}
