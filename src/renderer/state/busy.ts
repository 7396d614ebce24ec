import { useOpenForms } from '../ui/openForms'
import { usePlace } from './app'
import { usePlanning } from './planning'

/** Whether something is being done that is not to be thrown away: in a dialog, a form, or a plan. Of the palette nothing is. */
export const isDoing = (): boolean => {
  const { dialog } = usePlace.getState()
  const isInForm = useOpenForms.getState().count > 0 || usePlanning.getState().asked !== null
  return isInForm || (dialog !== null && dialog.kind !== 'palette')
}

/** Whether anything lies over the window, the palette as well. */
export const isBusy = (): boolean => isDoing() || usePlace.getState().dialog !== null

/** Told whenever that may be otherwise, until the returned function is called. */
export function followBusy(look: () => void): () => void {
  const stops = [usePlace.subscribe(look), usePlanning.subscribe(look), useOpenForms.subscribe(look)]
  return () => {
    for (const stop of stops) stop()
  }
}
