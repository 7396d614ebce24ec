import { afterOverlay } from '../ui/focusAfterOverlay'
import { closeDialog, usePlace } from './app'
import { usePlanning } from './planning'

let waiting: (() => void) | null = null

const isBusy = (): boolean => usePlace.getState().dialog !== null || usePlanning.getState().asked !== null

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
    const stops = [usePlace.subscribe(goSoon), usePlanning.subscribe(goSoon)]
    stop = () => {
      for (const each of stops) each()
    }
  }
  waiting = go
  if (dialog?.kind === 'palette') closeDialog()
}
