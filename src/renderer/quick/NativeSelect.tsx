import { ChevronsUpDown } from 'lucide-react'
import { useId } from 'react'
import { fieldLooks } from '../ui/fieldLooks'

interface NativeSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly onChange: (id: string) => void
  readonly isDisabled?: boolean
}

/** One of many, from a list that the system shows: one of the page's own would end at the small window's edges. */
export function NativeSelect({ label, value, options, onChange, isDisabled = false }: NativeSelectProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={fieldLooks.label}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
          className={`${fieldLooks.input} appearance-none pr-8`}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
        <ChevronsUpDown
          className="pointer-events-none absolute top-2.25 right-2 size-3.5 text-ink-soft"
          aria-hidden="true"
        />
      </div>
    </div>
  )
}
