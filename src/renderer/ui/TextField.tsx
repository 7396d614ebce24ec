import { type ReactNode, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { commonText } from '../../shared/text/window/common'
import { classes } from './classes'
import { fieldLooks } from './fieldLooks'

interface TextFieldProps {
  readonly label: string
  /** It has no room: what stands beside the field says the same to those who see it. */
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** Why the value is not taken. Shown once the user has left the field, or `isTried`. */
  readonly complaint?: string | null
  /** The id of what says why it is not taken, where there is no room for that under the field. */
  readonly complaintId?: string | undefined
  /** The form was sent: every complaint is due. */
  readonly isTried?: boolean
  readonly hint?: ReactNode
  readonly isOptional?: boolean
  readonly type?: 'text' | 'date' | 'url'
  readonly inputMode?: 'numeric' | 'decimal' | 'url'
  readonly rows?: number
  readonly maxLength?: number
  readonly isMono?: boolean
  readonly isDisabled?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Stands at the end of the field's line. */
  readonly trailing?: ReactNode
  readonly className?: string
}

/** One line of text, or with `rows` several, with its label, hint and complaint. */
export function TextField(props: TextFieldProps) {
  const { label, value, complaint = null, isTried = false, hint, rows, trailing } = props
  const placeholder = props.placeholder ?? ''
  const [isLeft, setIsLeft] = useState(false)
  const isComplained = complaint !== null && (isTried || (isLeft && value !== ''))
  const isInvalid = isComplained || props.complaintId !== undefined
  const inputClass = classes(fieldLooks.input, props.isMono === true && 'font-mono')
  return (
    <AriaTextField
      value={value}
      onChange={props.onChange}
      onBlur={() => setIsLeft(true)}
      isInvalid={isInvalid}
      isDisabled={props.isDisabled ?? false}
      type={props.type ?? 'text'}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      {...(props.complaintId === undefined ? {} : { 'aria-describedby': props.complaintId })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      className={classes('flex min-w-0 flex-col gap-1', props.className)}
    >
      <div className={props.isLabelHidden === true ? 'sr-only' : 'flex items-baseline gap-1.5'}>
        <Label className={fieldLooks.label}>{label}</Label>
        {props.isOptional === true && <span className={fieldLooks.hint}>{commonText.optional}</span>}
      </div>
      <div className="flex gap-2">
        {rows === undefined ? (
          <Input className={inputClass} placeholder={placeholder} />
        ) : (
          <TextArea
            className={classes(inputClass, 'h-auto resize-y py-1.5')}
            rows={rows}
            placeholder={placeholder}
          />
        )}
        {trailing}
      </div>
      {isComplained && <FieldError className={fieldLooks.complaint}>{complaint}</FieldError>}
      {hint !== undefined && !isInvalid && (
        <Text slot="description" className={fieldLooks.hint}>
          {hint}
        </Text>
      )}
    </AriaTextField>
  )
}
