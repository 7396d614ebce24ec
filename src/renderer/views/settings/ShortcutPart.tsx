import { useRef } from 'react'
import type { DesktopState } from '../../../shared/desktopState'
import { shortcutWords, desktopSettingsText as text } from '../../../shared/text/window/desktop'
import { recordShortcut, setShortcut, useShortcutChange } from '../../state/desktop'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { useFocusLeaves } from '../../ui/useFocusLeaves'
import { ShortcutRecorder } from './ShortcutRecorder'

/** The key combination that opens quick create from every program; nothing of it where the desktop gives none. */
export function ShortcutPart({ shortcut }: { readonly shortcut: DesktopState['shortcut'] }) {
  const { accelerator, standing } = shortcut
  const { isRecording, isFocusDue, isSaving, refused } = useShortcutChange()
  if (standing === 'not-here') return null
  return (
    <Part title={text.shortcut} lead={text.shortcutLead}>
      {isRecording ? (
        <ShortcutRecorder />
      ) : (
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          <span className="mr-auto">
            {accelerator === null ? (
              <span className="text-ink-soft">{text.shortcutOff}</span>
            ) : (
              <Keys accelerator={accelerator} />
            )}
          </span>
          <Button isPending={isSaving} onPress={recordShortcut} autoFocus={isFocusDue}>
            {accelerator === null ? text.record : text.recordAgain}
          </Button>
          {accelerator !== null && <TurnOff />}
        </div>
      )}
      {standing === 'taken' && accelerator !== null && refused === null && (
        <p className="text-pretty text-warn-ink">{text.shortcutTaken(shortcutWords(accelerator))}</p>
      )}
      {refused !== null && (
        <Problem
          error={refused.error}
          context={{}}
          {...(refused.accelerator === null ? {} : { title: shortcutWords(refused.accelerator) })}
        />
      )}
    </Part>
  )
}

/** It goes with the shortcut; the keyboard goes to the button beside it. */
function TurnOff() {
  const place = useRef<HTMLSpanElement>(null)
  useFocusLeaves(place, () => place.current?.parentElement?.querySelector('button'))
  return (
    <span ref={place}>
      <Button look="quiet" onPress={() => void setShortcut(null)}>
        {text.turnOff}
      </Button>
    </span>
  )
}
