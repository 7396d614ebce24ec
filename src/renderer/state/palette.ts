import { create } from 'zustand'
import type { AppError } from '../../shared/errors'
import type { PaletteFound, PaletteRecent, PaletteUse, WindowAct } from '../../shared/palette'
import { call } from '../bridge'
import { closeDialog, openDialog, usePlace } from './app'
import { isBusy } from './busy'
import { coalesce } from './coalesce'
import { showError } from './notices'

/** What the palette was asked and what is known of it. */
export interface PaletteState {
  readonly text: string
  /** What the list is of: what stands in the field, or stood there a moment ago. */
  readonly listed: string
  /** What was last found; null where nothing was asked yet. `text`: for what. */
  readonly found: (PaletteFound & { readonly text: string }) | null
  readonly recent: PaletteRecent | null
  /** Why rows are not found, or what was used at last is not known. */
  readonly error: AppError | null
  readonly recentError: AppError | null
}

const EMPTY: PaletteState = {
  text: '',
  listed: '',
  found: null,
  recent: null,
  error: null,
  recentError: null,
}

/** The list waits so long for what is found, in milliseconds: drawn once for a key, it is there sooner. */
const LISTED_WITHIN_MS = 30

export const usePalette = create<PaletteState>(() => EMPTY)

const find = coalesce(async () => {
  const { text } = usePalette.getState()
  if (text.trim() === '') return
  const result = await call('palette.find', { text })
  // What was typed meanwhile is asked for next.
  if (usePalette.getState().text !== text) return
  if (result.ok) usePalette.setState({ found: { ...result.value, text }, listed: text, error: null })
  else usePalette.setState({ found: null, listed: text, error: result.error })
})

const readRecent = coalesce(async () => {
  const result = await call('palette.recent', {})
  if (result.ok) usePalette.setState({ recent: result.value, recentError: null })
  else usePalette.setState({ recentError: result.error })
})

/** Opens the palette with nothing typed, or closes it. What somebody does in another dialog is not thrown away. */
export function togglePalette(): void {
  const { dialog } = usePlace.getState()
  if (dialog?.kind === 'palette') closeDialog()
  if (dialog !== null || isBusy()) return
  usePalette.setState(EMPTY)
  openDialog({ kind: 'palette' })
  void readRecent()
}

export function typeInPalette(text: string): void {
  const isBlank = text.trim() === ''
  usePalette.setState(isBlank ? { text, listed: text, found: null, error: null } : { text })
  if (isBlank) return
  void find()
  setTimeout(listNow, LISTED_WITHIN_MS)
}

/** The list is of what stands in the field from now on, whatever of that was found. */
export function listNow(): void {
  const { text, listed } = usePalette.getState()
  if (listed !== text) usePalette.setState({ listed: text })
}

/** Asks again what could not be answered. */
export function askAgain(): void {
  const { error, recentError } = usePalette.getState()
  if (recentError !== null) void readRecent()
  if (error !== null) void find()
}

/** It is the first in the palette from now on. */
export async function rememberUse({ kind, id }: PaletteUse): Promise<void> {
  // What is not remembered is still done.
  await call('palette.use', { kind, id })
}

/** What only the window itself can do. */
export async function actOnWindow(act: WindowAct): Promise<void> {
  const result = await call('palette.act', { act })
  if (!result.ok) showError(result.error, { redo: () => void actOnWindow(act) })
}
