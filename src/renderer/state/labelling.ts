import type { Choice } from '../../shared/contract'
import { addressesText } from '../../shared/text/window/addresses'
import { call } from '../bridge'
import { refreshDetails } from './details'
import { undoLast } from './hiding'
import { showDone, showError } from './notices'
import { chooseNone } from './selection'
import { useView } from './view'

interface LabelsChange {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Puts labels on addresses and takes others off. True when it is kept. */
export async function labelAddresses(choice: Choice, { add, remove }: LabelsChange): Promise<boolean> {
  const result = await call('addresses.label', { choice, add: [...add], remove: [...remove] })
  if (!result.ok) {
    showError(result.error, { redo: () => void labelAddresses(choice, { add, remove }) })
    return false
  }
  // The list may show them no longer.
  if (remove.length > 0 && useView.getState().labels.length > 0) chooseNone()
  const { count } = result.value
  if (count === 0) showDone(addressesText.nothingLabelled)
  else
    showDone(addressesText.labelled(count), null, { label: addressesText.undo, run: () => void undoLast() })
  await refreshDetails()
  return true
}
