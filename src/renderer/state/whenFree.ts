import { afterOverlay } from '../ui/focusAfterOverlay'
import { closeDialog, usePlace } from './app'

let waiting: (() => void) | null = null

function goIfFree(): void {
  if (usePlace.getState().dialog !== null) return
  stop()
  const go = waiting
  waiting = null
  go?.()
}

let stop = () => {}

/**
 * Goes where somebody was led from outside the window: at once, or when the dialog is done with in which something is being
 * done. Of several ways that wait, the last one is gone. Nothing is being done in the palette: it makes room.
 */
export function whenFree(go: () => void): void {
  const { dialog } = usePlace.getState()
  if (dialog === null && waiting === null) {
    go()
    return
  }
  if (waiting === null) {
    stop = usePlace.subscribe((place) => {
      // Until the window is free again nothing in it takes the keyboard; and another dialog may follow.
      if (place.dialog === null) afterOverlay(goIfFree)
    })
  }
  waiting = go
  if (dialog?.kind === 'palette') closeDialog()
}
