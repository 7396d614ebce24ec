import { type KeyboardEvent, useState } from 'react'
import type { Address } from '../../../shared/address'
import type { Choice } from '../../../shared/contract'
import type { ExportFormat } from '../../../shared/transfer'
import { copyAddresses } from '../../state/addresses'
import { exportChoice } from '../../state/data'
import { openDetails } from '../../state/details'
import { hideAddresses, MOST_HIDDEN_UNASKED, undoLast } from '../../state/hiding'
import { selection } from '../../state/selection'
import { isTextField } from '../../ui/isTextField'
import { isCopyKey, isNoteKey, takeFindKey, useCommandKeys, withSelected } from '../list/selected'

/** Something that is asked before it is done to so many addresses. */
export interface Question {
  readonly what: 'hide' | 'label'
  readonly choice: Choice
  readonly count: number
}

function onCommandKey(key: string, { target }: globalThis.KeyboardEvent): boolean {
  if (takeFindKey(key)) return true
  // A field takes back what was typed into it.
  if (key !== 'z' || isTextField(target)) return false
  void undoLast()
  return true
}

/** What can be done with the selected addresses, or with the one that has the keyboard where none is selected. */
export function useDeeds() {
  const [question, setQuestion] = useState<Question | null>(null)
  useCommandKeys(onCommandKey)

  const onSelected = (act: (choice: Choice, count: number) => void, address?: Address) =>
    withSelected(selection, act, address)

  const copy = (address?: Address) =>
    onSelected(
      (choice, count) => void copyAddresses(choice, count === 1 ? firstOf(choice) : undefined),
      address,
    )
  const label = (address?: Address) =>
    onSelected((choice, count) => {
      const id = count === 1 ? firstOf(choice) : undefined
      if (id === undefined) setQuestion({ what: 'label', choice, count })
      else openDetails(id, { focus: 'labels' })
    }, address)
  const hide = (address?: Address) =>
    onSelected((choice, count) => {
      if (count > MOST_HIDDEN_UNASKED) setQuestion({ what: 'hide', choice, count })
      else void hideAddresses(choice, true)
    }, address)

  const exportAs = (format: ExportFormat) => onSelected((choice) => void exportChoice(choice, format))

  function onAddressKey(address: Address, event: KeyboardEvent, edit: () => void): boolean {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.shiftKey) return false
    if (isCopyKey(event)) copy(address)
    else if (isCommand && event.key.toLowerCase() === 'l') label(address)
    else if (isNoteKey(event)) edit()
    else if (!isCommand && event.key === 'Delete') hide(address)
    else return false
    return true
  }

  const close = () => setQuestion(null)
  return { question, close, copy, label, hide, exportAs, onAddressKey }
}

const firstOf = (choice: Choice): string | undefined => ('ids' in choice ? choice.ids[0] : undefined)
