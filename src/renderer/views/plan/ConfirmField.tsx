import type { Confirmation, Plan } from '../../../shared/plan'
import { planText as text } from '../../../shared/text/window/plan'
import { TextField } from '../../ui/TextField'

/** Whether what was typed is what a plan is confirmed by. */
export function isConfirmedBy(confirmation: Confirmation, typed: string): boolean {
  switch (confirmation.by) {
    case 'button':
      return true
    case 'number':
      return typed.trim().replaceAll(/[,\s]/g, '') === String(confirmation.number)
    case 'name':
      return typed.trim() !== '' && typed.trim() === confirmation.name.trim()
    default:
      return confirmation satisfies never
  }
}

interface ConfirmFieldProps {
  readonly plan: Plan
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isTried: boolean
}

/** Where the number or the name is typed that a plan is confirmed by. */
export function ConfirmField({ plan, value, onChange, isTried }: ConfirmFieldProps) {
  const { confirmation } = plan
  if (confirmation.by === 'button') return null
  const isNumber = confirmation.by === 'number'
  const mistyped = isNumber ? text.mistypedNumber(confirmation.number) : text.mistypedName(confirmation.name)
  return (
    <TextField
      label={isNumber ? text.typeNumber(confirmation.number) : text.typeName(confirmation.name)}
      className="max-w-90"
      value={value}
      onChange={onChange}
      complaint={isConfirmedBy(confirmation, value) ? null : mistyped}
      isTried={isTried}
      isMono
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
    />
  )
}
