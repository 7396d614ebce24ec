import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { fieldLooks } from './fieldLooks'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly labels: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
  readonly hint?: string | undefined
  readonly isDisabled?: boolean
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ label, options, labels, hint, ...props }: ChoiceProps<T>) {
  const choose = (value: string) => {
    const option = options.find((candidate) => candidate === value)
    if (option !== undefined) props.onChange(option)
  }
  return (
    <RadioGroup
      value={props.value}
      onChange={choose}
      isDisabled={props.isDisabled ?? false}
      orientation="horizontal"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className={fieldLooks.label}>{label}</Label>
      <div className="flex w-fit max-w-full flex-wrap gap-0.5 rounded-lg border border-control-line bg-sunken p-0.5">
        {options.map((option) => (
          <Radio
            key={option}
            value={option}
            className="flex h-6.5 cursor-default items-center justify-center rounded-md px-3 text-base text-ink-soft data-disabled:opacity-60 data-hovered:text-ink data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-focus data-selected:bg-accent data-selected:font-medium data-selected:text-on-accent"
          >
            {labels[option]}
          </Radio>
        ))}
      </div>
      {hint !== undefined && (
        <Text slot="description" className={fieldLooks.hint}>
          {hint}
        </Text>
      )}
    </RadioGroup>
  )
}
