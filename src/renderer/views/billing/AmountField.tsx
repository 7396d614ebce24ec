import { fundsText as text } from '../../../shared/text/window/funds'
import { isHalfTyped, readAmount, type readPayment } from '../../fields/amount'
import { TextField } from '../../ui/TextField'

interface AmountFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** How it is read; nothing is no payment, but may be a limit. */
  readonly read?: typeof readPayment
  /** The form was sent: every complaint is due. */
  readonly isTried: boolean
  readonly autoFocus?: boolean
}

/** An amount of dollars: what stands against it is said while it is typed, and how it is understood. */
export function AmountField({ value, read = readAmount, isTried, ...props }: AmountFieldProps) {
  const found = read(value)
  return (
    <TextField
      {...props}
      value={value}
      complaint={'why' in found ? text.amounts[found.why] : null}
      isTried={isTried || !isHalfTyped(value)}
      hint={'amount' in found ? text.understood(found.amount) : undefined}
      inputMode="decimal"
      maxLength={40}
      isMono
    />
  )
}
