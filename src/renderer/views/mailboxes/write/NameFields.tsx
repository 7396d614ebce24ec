import type { TypedMailbox } from '../../../../shared/assignment'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { TextField } from '../../../ui/TextField'

interface NameFieldsProps {
  readonly typed: TypedMailbox
  readonly onChange: (typed: TypedMailbox) => void
}

/** Whom one new mailbox is for. */
export const NameFields = ({ typed, onChange }: NameFieldsProps) => (
  <div className="grid grid-cols-3 items-start gap-4 max-[620px]:grid-cols-1">
    <TextField
      label={text.firstName}
      autoFocus
      maxLength={200}
      value={typed.firstName}
      onChange={(firstName) => onChange({ ...typed, firstName })}
    />
    <TextField
      label={text.lastName}
      maxLength={200}
      value={typed.lastName}
      onChange={(lastName) => onChange({ ...typed, lastName })}
    />
    <TextField
      label={text.username}
      isOptional
      isMono
      maxLength={200}
      hint={text.usernameHint}
      value={typed.username}
      onChange={(username) => onChange({ ...typed, username })}
    />
  </div>
)
