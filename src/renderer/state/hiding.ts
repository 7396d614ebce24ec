import type { Choice } from '../../shared/contract'
import { addressesText } from '../../shared/text/window/addresses'
import { call } from '../bridge'
import { addresses } from './addresses'
import { refreshDetails } from './details'
import { showDone, showError } from './notices'
import { seekAddress } from './seek'
import { chooseNone } from './selection'

/** More at once are asked about first. */
export const MOST_HIDDEN_UNASKED = 20

/** Leaves addresses out of the list, or takes them back: here only, LikeDo knows nothing of it. True when it is done. */
export async function hideAddresses(choice: Choice, isHidden: boolean): Promise<boolean> {
  const result = await call('addresses.hide', { choice, isHidden })
  if (!result.ok) {
    showError(result.error, { redo: () => void hideAddresses(choice, isHidden) })
    return false
  }
  chooseNone()
  const { count, left } = result.value
  if (count === 0) showDone(left > 0 ? addressesText.notHidden : addressesText.nothingHidden)
  else if (isHidden) showDone(addressesText.hidden(count, left), null, undoing)
  else showDone(addressesText.shown(count), null, undoing)
  return true
}

/** Takes the last change of notes, labels or hiding back, one of an earlier run too, and shows what it was done to. */
export async function undoLast(): Promise<void> {
  const result = await call('addresses.undo', {})
  if (!result.ok) {
    if (result.error.kind === 'nothing-to-undo') showDone(addressesText.nothingToUndo)
    else showError(result.error, { redo: () => void undoLast() })
    return
  }
  const { what, count, id } = result.value
  showDone(addressesText.undone[what](count))
  chooseNone()
  // The list has the row again before it is looked for in it.
  await Promise.all([addresses.refresh(), refreshDetails()])
  if (what !== 'show') await seekAddress(id)
}

const undoing = { label: addressesText.undo, run: () => void undoLast() }
