import { connectText } from '../../../shared/text/window/connect'
import { fieldsText } from '../../../shared/text/window/fields'
import { nameComplaint } from '../../fields/complaints'
import { TextField } from '../../ui/TextField'

interface NameFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The form was sent: every complaint is due. */
  readonly isTried: boolean
  readonly isOptional?: boolean
  readonly hint?: string
  readonly autoFocus?: boolean
}

/** What Mailroom calls an account. */
export function NameField({ isOptional = false, ...rest }: NameFieldProps) {
  const complaint = isOptional && rest.value.trim() === '' ? null : nameComplaint(rest.value)
  return (
    <TextField
      {...rest}
      label={connectText.name}
      isOptional={isOptional}
      complaint={complaint === null ? null : fieldsText.name[complaint]}
    />
  )
}
