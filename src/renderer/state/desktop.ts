import { create } from 'zustand'
import type { DesktopState } from '../../shared/desktopState'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { desktopSettingsText, shortcutWords } from '../../shared/text/window/desktop'
import { call } from '../bridge'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'

/** How Mailroom stands in its desktop. Read when its settings are opened; main says when it changed. */
export const desktop = createMirror(() => call('desktop.state', {}))

/** How the global shortcut is being changed. */
interface ShortcutChange {
  /** The next key combination is taken. */
  readonly isRecording: boolean
  /** The recorder went with the focus in it: that belongs to the button again that began it. */
  readonly isFocusDue: boolean
  readonly isSaving: boolean
  /** Why a combination was not taken; the shortcut is as it was. Null stands for turning it off. */
  readonly refused: { readonly accelerator: string | null; readonly error: AppError } | null
}

const atRest: ShortcutChange = { isRecording: false, isFocusDue: false, isSaving: false, refused: null }
export const useShortcutChange = create<ShortcutChange>(() => atRest)

export const recordShortcut = () => useShortcutChange.setState({ ...atRest, isRecording: true })
/** Leaves the shortcut as it is. `isLeft`: the user looks elsewhere, and keeps the focus there. */
export const endRecording = ({ isLeft }: { readonly isLeft: boolean }) =>
  useShortcutChange.setState({ isRecording: false, isFocusDue: !isLeft })

/** Null turns it off. One that cannot be had leaves the old one as it is. */
export async function setShortcut(accelerator: string | null): Promise<void> {
  useShortcutChange.setState({ isRecording: false, isFocusDue: true, isSaving: true, refused: null })
  const result = await call('desktop.setShortcut', { accelerator })
  take(result)
  if (result.ok) {
    const { shortcutSet, shortcutIsOff } = desktopSettingsText
    showDone(accelerator === null ? shortcutIsOff : shortcutSet(shortcutWords(accelerator)), 'shortcut')
  }
  useShortcutChange.setState({
    isSaving: false,
    refused: result.ok ? null : { accelerator, error: result.error },
  })
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
