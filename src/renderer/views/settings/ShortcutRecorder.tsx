import { useEffect, useRef, useState } from 'react'
import { commonText } from '../../../shared/text/window/common'
import { shortcutWords, desktopSettingsText as text } from '../../../shared/text/window/desktop'
import { type Recording, readPressed, readReleased } from '../../fields/shortcutKeys'
import { endRecording, setShortcut } from '../../state/desktop'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { fieldLooks } from '../../ui/fieldLooks'

const pressedOf = (event: KeyboardEvent) => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  altKey: event.altKey,
  shiftKey: event.shiftKey,
  metaKey: event.metaKey,
  isAltGraph: event.getModifierState('AltGraph'),
})

const leave = () => endRecording({ isLeft: true })
const giveUp = () => endRecording({ isLeft: false })

/** Takes the next key combination. It ends when the user looks elsewhere. */
export function ShortcutRecorder() {
  const field = useRef<HTMLInputElement>(null)
  const cancel = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState<Recording>({ kind: 'held', modifiers: [] })

  useEffect(() => {
    field.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      const read = readPressed(pressedOf(event))
      if (read.kind === 'left') {
        leave()
        return
      }
      // No other key does anything else meanwhile, the menu's and the dialog's included.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat) return
      if (read.kind === 'given-up') giveUp()
      else if (read.kind === 'turned-off') void setShortcut(null)
      else if (read.kind === 'recorded') void setShortcut(read.accelerator)
      else setSeen(read)
    }
    const onKeyUp = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      // A refusal stays in sight until the next key goes down.
      setSeen((before) => (before.kind === 'refused' ? before : readReleased(pressedOf(event))))
    }
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('keyup', onKeyUp, true)
    window.addEventListener('blur', leave)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('keyup', onKeyUp, true)
      window.removeEventListener('blur', leave)
    }
  }, [])

  const held = seen.kind === 'held' ? seen.modifiers : []
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={field}
          type="text"
          readOnly
          aria-label={text.recording}
          aria-describedby="recording-hint"
          value={held.length === 0 ? '' : text.recordingHeld(shortcutWords(held.join('+')))}
          placeholder={text.recordingEmpty}
          onBlur={({ relatedTarget }) => {
            if (!cancel.current?.contains(relatedTarget)) leave()
          }}
          className={classes(
            fieldLooks.input,
            'max-w-80 min-w-60 flex-1 border-accent-ink caret-transparent',
          )}
        />
        <span ref={cancel}>
          <Button onPress={giveUp}>{commonText.cancel}</Button>
        </span>
      </div>
      <p id="recording-hint" className="text-sm text-ink-soft">
        {text.recordingHint}
      </p>
      <p role="alert" className="text-sm text-danger-ink empty:hidden">
        {seen.kind === 'refused' && text.refusals[seen.why]}
      </p>
    </div>
  )
}
