import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { askText } from '../../../shared/text/window/details'
import { LONGEST_NOTE } from '../../fields/note'
import { saveNote } from '../../state/addresses'
import { endAnswer, endAsking, startAnswer, useAsking } from '../../state/asking'
import { type Asked, showDone } from '../../state/notices'
import { mainPlace } from '../../ui/focusIfLost'

interface NotePromptProps {
  readonly asks: Asked
  /** The note is kept. */
  readonly onEnd: () => void
}

/**
 * "What is brisk-otter-482 for?" under the news of an address: only of the newest one. It takes no key until
 * somebody goes there.
 */
export function NotePrompt({ asks, onEnd }: NotePromptProps) {
  const isNewest = useAsking(({ about }) => about?.addressId === asks.addressId)
  const isAnswered = useAsking((state) => state.isAnswered && state.about?.addressId === asks.addressId)
  if (!isNewest) return null
  if (isAnswered) return <Answer asks={asks} onEnd={onEnd} />
  return (
    <Button
      onPress={() => startAnswer(asks)}
      className="mt-2 flex h-7.5 w-full cursor-default items-center justify-between gap-2 rounded-md border border-control-line bg-canvas px-2 text-left text-ink-soft data-hovered:bg-hover data-hovered:text-ink"
    >
      <span className="truncate">{askText.question(localPartOf(asks.email))}</span>
      <kbd className="shrink-0 rounded-sm border border-line bg-sunken px-1 font-sans text-xs">
        {askText.keys}
      </kbd>
    </Button>
  )
}

const localPartOf = (email: string) => email.slice(0, email.lastIndexOf('@'))

/** Enter keeps what was typed, so does leaving the field; Escape gives up. The keyboard goes back to where it was. */
function Answer({ asks: { addressId, email }, onEnd }: NotePromptProps) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const isEnding = useRef(false)

  useEffect(() => {
    before.current = document.activeElement
    field.current?.focus()
  }, [])

  function giveBack() {
    if (document.activeElement !== field.current) return
    const place = before.current
    const isThere = place instanceof HTMLElement && place !== document.body && place.isConnected
    ;(isThere ? place : mainPlace())?.focus({ preventScroll: true })
  }

  async function keep() {
    const note = field.current?.value.trim() ?? ''
    if (isEnding.current) return
    isEnding.current = true
    giveBack()
    if (note === '') return endAnswer()
    if (!(await saveNote(addressId, note))) {
      // Its own notice says why and offers to try again.
      endAnswer()
      return
    }
    endAsking()
    onEnd()
    showDone(askText.noted(email, note), addressId)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep()
    else if (event.key === 'Escape') {
      isEnding.current = true
      giveBack()
      endAnswer()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <input
      ref={field}
      type="text"
      aria-label={askText.field(email)}
      placeholder={`${askText.question(localPartOf(email))} ${askText.hint}`}
      maxLength={LONGEST_NOTE}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => void keep()}
      className="mt-2 h-7.5 w-full rounded-md border border-control-line bg-canvas px-2 text-base text-ink select-text focus-visible:outline-offset-0"
    />
  )
}
