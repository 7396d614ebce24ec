import type { RefObject } from 'react'
import { commonText } from '../../../../shared/text/window/common'
import { operationWritesText as text } from '../../../../shared/text/window/operationWrites'
import { SecretField } from '../../../ui/SecretField'

/** The fields of secrets that are there, by the names of their inputs. No state of the window holds what stands in them. */
export type SecretInputs = RefObject<Map<string, HTMLInputElement>>

interface SecretInputProps {
  readonly name: string
  readonly inputs: SecretInputs
  readonly onEdit: () => void
  readonly complaint: string | null
  readonly isOptional: boolean
}

/** The field of an input that is secret. */
export function SecretInput({ name, inputs, onEdit, complaint, isOptional }: SecretInputProps) {
  const inputRef = {
    get current(): HTMLInputElement | null {
      return inputs.current.get(name) ?? null
    },
    set current(input: HTMLInputElement | null) {
      if (input === null) inputs.current.delete(name)
      else inputs.current.set(name, input)
    },
  }
  return (
    <SecretField
      label={isOptional ? `${name} (${commonText.optional})` : name}
      showLabel={text.secretShow}
      hideLabel={text.secretHide}
      inputRef={inputRef}
      complaint={complaint}
      onEdit={onEdit}
      hint={text.secretHint}
      hasFocus={false}
    />
  )
}
