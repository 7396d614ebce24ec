import { paletteText as text } from '../../../shared/text/window/palette'
import type { PaletteState } from '../../state/palette'

/** Rows are looked for, and what is shown is not all of it. */
export const isWaiting = ({ text: typed, found, error }: PaletteState): boolean =>
  typed.trim() !== '' && error === null && found?.text !== typed

/** What is said of so many results; nothing of how many they are while they may become more. */
export function standing(state: PaletteState, count: number): string {
  if (isWaiting(state)) return count > 0 ? '' : text.reading
  if (count > 0) return text.found(count)
  // What was not searched is not told as nothing.
  return state.error === null ? text.nothing(state.text.trim()) : ''
}
