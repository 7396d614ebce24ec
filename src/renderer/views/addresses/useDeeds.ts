import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Address } from '../../../shared/address'
import type { Choice } from '../../../shared/contract'
import { listText } from '../../../shared/text/window/list'
import type { ExportFormat } from '../../../shared/transfer'
import { copyAddresses } from '../../state/addresses'
import { usePlace } from '../../state/app'
import { exportChoice } from '../../state/data'
import { openDetails } from '../../state/details'
import { wantSearch } from '../../state/finding'
import { hideAddresses, MOST_HIDDEN_UNASKED, undoLast } from '../../state/hiding'
import { showDone } from '../../state/notices'
import { currentChoice, useSelection } from '../../state/selection'
import { isTextField } from '../../ui/isTextField'
import { keepFocus } from '../list/places'

/** Something that is asked before it is done to so many addresses. */
export interface Question {
  readonly what: 'hide' | 'label'
  readonly choice: Choice
  readonly count: number
}

/** What can be done with the selected addresses, or with the one that has the keyboard where none is selected. */
export function useDeeds() {
  const [question, setQuestion] = useState<Question | null>(null)

  function onSelected(act: (choice: Choice, count: number) => void, address?: Address) {
    const count = useSelection.getState().places.size
    if (count === 0) {
      if (address !== undefined) act({ ids: [address.id] }, 1)
      return
    }
    const choice = currentChoice()
    if (choice === null) showDone(listText.tooScattered)
    else act(choice, count)
  }

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

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.repeat) return
      if (usePlace.getState().dialog !== null) return
      const key = event.key.toLowerCase()
      if (key === 'f') wantSearch()
      // A field takes back what was typed into it.
      else if (key === 'z' && !isTextField(event.target)) void undoLast()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  function onAddressKey(address: Address, event: KeyboardEvent, edit: () => void): boolean {
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.shiftKey) return false
    if (isCommand && key === 'c') {
      // Text that somebody marked is what they want to copy.
      if (getSelection()?.isCollapsed === false) return false
      copy(address)
    } else if (isCommand && key === 'l') label(address)
    else if (isCommand) return false
    else if (key === 'F2' || key === 'n') edit()
    else if (key === 'Delete') hide(address)
    else return false
    return true
  }

  const close = () => {
    setQuestion(null)
    keepFocus()
  }
  return { question, close, copy, label, hide, exportAs, onAddressKey }
}

const firstOf = (choice: Choice): string | undefined => ('ids' in choice ? choice.ids[0] : undefined)
