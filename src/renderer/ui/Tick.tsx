import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'

interface TickProps {
  readonly label: string
  readonly hint?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** Something that is so or not. */
export const Tick = ({ label, hint, isSelected, onChange, isDisabled = false }: TickProps) => (
  <Checkbox
    isSelected={isSelected}
    onChange={onChange}
    isDisabled={isDisabled}
    className="group flex w-fit cursor-default items-start gap-2 py-0.5 data-disabled:opacity-60"
  >
    <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control-line bg-canvas text-on-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-selected:border-accent group-data-selected:bg-accent">
      {isSelected && <Check className="size-3" strokeWidth={3} aria-hidden="true" />}
    </span>
    <span className="flex flex-col">
      <span>{label}</span>
      {hint !== undefined && <span className="text-sm text-ink-soft">{hint}</span>}
    </span>
  </Checkbox>
)
