import { desktopSettingsText as text } from '../../../shared/text/window/desktop'
import { Button } from '../../ui/Button'
import { Tick } from '../../ui/Tick'

interface LoginChoiceProps {
  /** Null: it could not be read, which is neither yes nor no. */
  readonly startsAtLogin: boolean | null
  readonly onChange: (startsAtLogin: boolean) => void
}

/** Whether Mailroom starts with the desktop. */
export function LoginChoice({ startsAtLogin, onChange }: LoginChoiceProps) {
  if (startsAtLogin !== null) {
    return (
      <Tick
        label={text.startsAtLogin}
        hint={text.startsAtLoginHint}
        isSelected={startsAtLogin}
        onChange={onChange}
      />
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-pretty text-warn-ink">{text.loginUnknown}</p>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => onChange(true)}>{text.loginOn}</Button>
        <Button onPress={() => onChange(false)}>{text.loginOff}</Button>
      </div>
    </div>
  )
}
