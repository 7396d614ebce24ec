import { afterOverlay } from '../ui/focusAfterOverlay'
import { closeDialog, usePlace } from './app'
import { followBusy, isBusy } from './busy'

let waiting: (() => void) | null = null

function goIfFree(): void {
  if (isBusy()) return
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
  if (!isBusy() && waiting === null) {
    go()
    return
  }
  if (waiting === null) {
    // Until the window is free again nothing in it takes the keyboard; and another dialog may follow.
    const goSoon = () => {
      if (!isBusy()) afterOverlay(goIfFree)
    }
    stop = followBusy(goSoon)
  }
  waiting = go
  if (dialog?.kind === 'palette') closeDialog()
}
