import type { Context } from '../actions/context'
import { onLock, onSleep } from '../desktop/leaving'

/** Credentials are not shown to whoever comes to a computer that its user has left. */
export function hideOnLeaving({ shown, secretClipboard }: Context): void {
  onLock(shown.hide)
  onSleep(() => {
    shown.hide()
    // No timer runs while it sleeps.
    void secretClipboard.clear()
  })
}
