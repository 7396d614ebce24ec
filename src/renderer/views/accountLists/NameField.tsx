import { accountListText as text } from '../../../shared/text/window/accountLists'
import { TextField } from '../../ui/TextField'

/** Why a tag or a workspace cannot be called so; null: it can. */
export const nameComplaint = (name: string, isTaken: boolean): string | null => {
  if (name === '') return text.nameEmpty
  return isTaken ? text.nameTaken : null
}

interface NameFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complaint: string | null
  readonly isTried: boolean
}

/** What a tag or a workspace is called. */
export const NameField = (props: NameFieldProps) => (
  <TextField {...props} label={text.name} maxLength={200} autoFocus />
)
