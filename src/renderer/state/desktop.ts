import { create } from 'zustand'
import type { DesktopState } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { desktopSettingsText } from '../../shared/text/window/desktop'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'

/** How Mailroom stands in its desktop. Read when its settings are opened; main says when it changed. */
export const desktop = createMirror(() => call('desktop.state', {}))

/** How the global shortcut is being changed. */
interface ShortcutChange {
  /** The next key combination is taken. */
  readonly isRecording: boolean
  readonly isSaving: boolean
  /** Why the last change was not made; the shortcut is as it was. */
  readonly error: AppError | null
}

const atRest: ShortcutChange = { isRecording: false, isSaving: false, error: null }
export const useShortcutChange = create<ShortcutChange>(() => atRest)

export const recordShortcut = () => useShortcutChange.setState({ ...atRest, isRecording: true })
/** Leaves the shortcut as it is. */
export const endRecording = () => useShortcutChange.setState({ isRecording: false })

/** Null turns it off. One that cannot be had leaves the old one as it is. */
export async function setShortcut(accelerator: string | null): Promise<void> {
  useShortcutChange.setState({ isRecording: false, isSaving: true, error: null })
  const result = await call('desktop.setShortcut', { accelerator })
  useShortcutChange.setState({ isSaving: false, error: result.ok ? null : result.error })
  take(result)
}

export async function setLogin(startsAtLogin: boolean): Promise<void> {
  const result = await call('desktop.setLogin', { startsAtLogin })
  take(result)
  if (!result.ok) showError(result.error, { redo: () => void setLogin(startsAtLogin) })
}

function take(result: Result<DesktopState, AppError>): void {
  if (result.ok) desktop.put(result.value)
}

/** Puts the command on the clipboard, for the desktop's own keyboard settings. */
export async function copyCommand(): Promise<void> {
  const result = await call('desktop.copyCommand', {})
  if (result.ok) showDone(desktopSettingsText.commandCopied, 'command')
  else showError(result.error, { redo: () => void copyCommand() })
}
