import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { Button } from './Button'
import { classes } from './classes'
import { fieldLooks } from './fieldLooks'

interface SecretFieldProps {
  readonly label: string
  readonly showLabel: string
  readonly hideLabel: string
  /** The value is read from here when the form is sent; no state of the window ever holds it. */
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly complaint: string | null
  /** Something was typed: an old complaint is no longer due. */
  readonly onEdit: () => void
  readonly hint: ReactNode
  /** Takes the focus when it appears, unless told. */
  readonly hasFocus?: boolean
}

/** A secret on one line: hidden unless shown, remembered by nothing. */
export function SecretField({
  label,
  complaint,
  hint,
  inputRef,
  hasFocus = true,
  ...props
}: SecretFieldProps) {
  const [isShown, setIsShown] = useState(false)
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={fieldLooks.label}>
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          ref={inputRef}
          type={isShown ? 'text' : 'password'}
          className={classes(fieldLooks.input, 'pr-9 font-mono')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // Pasting is the way in; the field is what the dialog is opened for.
          // biome-ignore lint/a11y/noAutofocus: a dialog puts the focus on its first field (ARIA, "Dialog pattern")
          autoFocus={hasFocus}
          aria-invalid={complaint !== null}
          aria-describedby={`${id}-complaint ${id}-hint`}
          onInput={props.onEdit}
        />
        <Button
          look="quiet"
          size="small-icon"
          className="absolute top-1 right-1"
          aria-label={isShown ? props.hideLabel : props.showLabel}
          icon={isShown ? <EyeOff className="size-4" /> : <Eye className="size-4" />}
          onPress={() => setIsShown(!isShown)}
        />
      </div>
      <p id={`${id}-complaint`} className={classes(fieldLooks.complaint, complaint === null && 'hidden')}>
        {complaint}
      </p>
      <div id={`${id}-hint`} className={fieldLooks.hint}>
        {hint}
      </div>
    </div>
  )
}
