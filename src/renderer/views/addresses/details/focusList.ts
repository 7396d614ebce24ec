import { showAddress } from '../../../state/app'
import { focusIfLost, mainPlace } from '../../../ui/focusIfLost'

/**
 * Gives the keyboard back to the row of an address, or, where the list does not show it any more, to the list
 * itself: never to nothing.
 */
export function focusList(id: string): void {
  showAddress(id)
  focusIfLost(mainPlace)
}
