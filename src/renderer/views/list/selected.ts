import { type KeyboardEvent, useEffect } from 'react'
import type { Choice } from '../../../shared/contract'
import { listText } from '../../../shared/text/window/list'
import { isBusy } from '../../state/busy'
import { wantSearch } from '../../state/finding'
import type { SelectionStore } from '../../state/list/selection'
import { showDone } from '../../state/notices'

/** Does something with the selected rows, or with the one that has the keyboard where none is selected. */
export function withSelected(
  selection: SelectionStore,
  act: (choice: Choice, count: number) => void,
  row?: { readonly id: string },
): void {
  const count = selection.use.getState().places.size
  if (count === 0) {
    if (row !== undefined) act({ ids: [row.id] }, 1)
    return
  }
  const choice = selection.current()
  if (choice === null) showDone(listText.tooScattered)
  else act(choice, count)
}

/** A key with Ctrl or Command and nothing else, pressed once, while no dialog is open. */
export function useCommandKeys(use: (key: string, event: globalThis.KeyboardEvent) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.repeat) return
      if (isBusy()) return
      if (use(event.key.toLowerCase(), event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [use])
}

/** Ctrl+F finds. */
export function takeFindKey(key: string): boolean {
  if (key !== 'f') return false
  wantSearch()
  return true
}

/** Ctrl+C, where no text is marked: that is what somebody wants to copy. */
export const isCopyKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.shiftKey &&
  event.key.toLowerCase() === 'c' &&
  getSelection()?.isCollapsed !== false

/** N or F2 write the note. */
export const isNoteKey = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || shiftKey) && (key === 'F2' || key.toLowerCase() === 'n')
