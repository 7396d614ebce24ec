import { connectText } from '../../../shared/text/window/connect'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'

const LIKEDO_DEFAULT_DAYS = 90

const pad = (n: number) => String(n).padStart(2, '0')

/** The calendar day so many days from today, as `2026-03-09`, in the user's time zone. */
function dayIn(days: number): string {
  const today = new Date()
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days)
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}

interface KeyEndFieldProps {
  /** `2026-03-09`, or nothing. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/** When the key ends, where the user knows it. */
export const KeyEndField = ({ value, onChange }: KeyEndFieldProps) => (
  <TextField
    label={connectText.keyEndsOn}
    isOptional
    type="date"
    value={value}
    onChange={onChange}
    hint={connectText.keyEndsHint}
    trailing={
      <Button size="medium" className="h-8" onPress={() => onChange(dayIn(LIKEDO_DEFAULT_DAYS))}>
        {connectText.in90Days}
      </Button>
    }
  />
)
