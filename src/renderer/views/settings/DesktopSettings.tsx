import { useEffect } from 'react'
import type { DesktopState } from '../../../shared/desktopState'
import type { Settings } from '../../../shared/settings'
import { sensitiveText } from '../../../shared/text/sensitive'
import { desktopSettingsText as text } from '../../../shared/text/window/desktop'
import { settingsText } from '../../../shared/text/window/settings'
import { desktop, setLogin } from '../../state/desktop'
import { hideSensitive } from '../../state/sensitive'
import { changeSettings, settings } from '../../state/settings'
import { Choice } from '../../ui/Choice'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { Tick } from '../../ui/Tick'
import { CommandPart } from './CommandPart'
import { LoginChoice } from './LoginChoice'
import { ShortcutPart } from './ShortcutPart'

const CLOSINGS: readonly Settings['closing'][] = ['auto', 'stay', 'quit']

/** Settings, Desktop. What this desktop cannot do is said, with what to use instead. */
export function DesktopSettings() {
  const state = desktop.use()
  const kept = settings.use()
  useEffect(() => void desktop.refresh(), [])

  if (state.data === null || kept.data === null) {
    return (
      <>
        {state.error !== null && (
          <Problem error={state.error} title={text.failed} context={{ redo: () => void desktop.refresh() }} />
        )}
        {kept.error !== null && (
          <Problem
            error={kept.error}
            title={settingsText.failed}
            context={{ redo: () => void settings.refresh() }}
          />
        )}
      </>
    )
  }
  return <Sections state={state.data} kept={kept.data} />
}

interface SectionsProps {
  readonly state: DesktopState
  readonly kept: Settings
}

const Sections = ({ state, kept }: SectionsProps) => (
  <>
    <ShortcutPart shortcut={state.shortcut} />
    <CommandPart command={state.command} isInstead={state.shortcut.standing === 'not-here'} />
    <Part title={text.tray}>
      <div className="flex flex-col gap-1 text-pretty">
        <p>
          {state.tray === 'none' && state.shortcut.standing === 'not-here'
            ? text.noTrayNoShortcut
            : text.trayStandings[state.tray]}
        </p>
        {state.tray === 'none' && <p className="text-ink-soft">{text.trayAdvice}</p>}
      </div>
      <Choice
        label={text.closing}
        value={kept.closing}
        options={CLOSINGS}
        labels={text.closings}
        onChange={(closing) => void changeSettings({ closing })}
        hint={closingMeaning(kept.closing, state.tray)}
      />
    </Part>
    <Part title={text.notifications}>
      {!state.canNotify && <p className="text-pretty text-warn-ink">{text.cannotNotify}</p>}
      <Tick
        label={text.isNotifying}
        hint={text.isNotifyingHint}
        isSelected={kept.isNotifying}
        onChange={(isNotifying) => void changeSettings({ isNotifying })}
      />
      <Tick
        label={text.isAddressNotified}
        hint={text.isAddressNotifiedHint}
        isSelected={kept.isAddressNotified}
        isDisabled={!kept.isNotifying}
        onChange={(isAddressNotified) => void changeSettings({ isAddressNotified })}
      />
    </Part>
    <Part title={sensitiveText.title}>
      <Tick
        label={sensitiveText.hide}
        hint={`${sensitiveText.meaning} ${sensitiveText.keys}`}
        isSelected={kept.isSensitiveHidden}
        onChange={(isHidden) => void hideSensitive(isHidden)}
      />
    </Part>
    <Part title={text.login}>
      <LoginChoice startsAtLogin={state.startsAtLogin} onChange={(starts) => void setLogin(starts)} />
    </Part>
  </>
)

function closingMeaning(closing: Settings['closing'], tray: DesktopState['tray']): string {
  const { auto, stay, stayUnseen, quit } = text.closingMeanings
  if (closing === 'auto') return auto[tray]
  if (closing === 'quit') return quit
  return tray === 'none' ? stayUnseen : stay
}
