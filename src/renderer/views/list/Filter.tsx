import { ChevronDown, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { MenuTrigger } from 'react-aria-components/Menu'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { AppError } from '../../../shared/errors'
import { explain } from '../../../shared/text/errors'
import { commonText, figure } from '../../../shared/text/window/common'
import { listText } from '../../../shared/text/window/list'
import { ChoiceMenu, type MenuChoice } from '../../ui/ChoiceMenu'
import { classes } from '../../ui/classes'
import { SearchedChoices } from '../../ui/SearchedChoices'

const looks = {
  pill: 'inline-flex h-7 max-w-60 cursor-default items-center gap-1 text-sm font-medium data-focus-visible:outline-offset-0 data-focus-visible:z-10 rounded-md border',
  off: 'border-line bg-canvas text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed',
  on: 'border-transparent bg-selected text-accent-ink data-hovered:bg-pressed',
}

/** What a list is narrowed down to. */
export const Filters = ({ children }: { readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is no row of buttons
  <div
    role="group"
    aria-label={listText.filters}
    className="flex min-h-8 min-w-0 flex-wrap items-center gap-1.5"
  >
    {children}
  </div>
)

/** What a filter without choices says: what was not read is not told as nothing. */
export const emptyFilter = (isRead: boolean, error: AppError | null): string => {
  if (isRead) return listText.noChoice
  return error === null ? commonText.loading : `${explain(error).reason}.`
}

interface FilterProps {
  readonly name: string
  readonly chosen: readonly string[]
  readonly choices: readonly MenuChoice[]
  readonly isMultiple?: boolean
  readonly onChange: (chosen: readonly string[]) => void
  /** The choices come into sight. */
  readonly onOpen: () => void
  /** What is said where there is nothing to choose. */
  readonly empty: string
  /** The choices may be many. */
  readonly isSearched?: boolean
  /** What a choice is called that is none of the choices now. */
  readonly nameOf?: (id: string) => string
}

/** One filter: a button with its choices; with something chosen it says what, and can be taken off. */
export function Filter({ name, chosen, choices, onChange, onOpen, empty, ...props }: FilterProps) {
  const { isMultiple = false, nameOf = (id: string) => id } = props
  const trigger = useRef<HTMLButtonElement>(null)
  const isOn = chosen.length > 0
  const [Trigger, Offer] =
    props.isSearched === true ? [DialogTrigger, SearchedChoices] : [MenuTrigger, ChoiceMenu]
  const texts = chosen.map((id) => choices.find((choice) => choice.id === id)?.text ?? nameOf(id))
  return (
    <span className="flex">
      <Trigger onOpenChange={(isOpen) => isOpen && onOpen()}>
        <Button
          ref={trigger}
          className={classes(
            looks.pill,
            isOn ? `${looks.on} rounded-r-none pr-1 pl-2.5` : `${looks.off} pr-1.5 pl-2.5`,
          )}
        >
          <span className="truncate">{isOn ? `${name}: ${texts.join(', ')}` : name}</span>
          {!isOn && <ChevronDown className="size-3.5 shrink-0" aria-hidden="true" />}
        </Button>
        <Offer
          label={name}
          choices={choices}
          chosen={chosen}
          isMultiple={isMultiple}
          onChange={onChange}
          empty={empty}
        />
      </Trigger>
      {isOn && (
        <Button
          aria-label={listText.removeFilter(name)}
          onPress={() => {
            onChange([])
            trigger.current?.focus()
          }}
          className={classes(looks.pill, looks.on, 'w-6 justify-center rounded-l-none')}
        >
          <X className="size-3.5" aria-hidden="true" />
        </Button>
      )}
    </span>
  )
}

interface FilterSwitchProps {
  readonly name: string
  readonly isOn: boolean
  /** Null: not known. */
  readonly count: number | null
  readonly onChange: (isOn: boolean) => void
}

/** A filter that is on or off. */
export const FilterSwitch = ({ name, isOn, count, onChange }: FilterSwitchProps) => (
  <ToggleButton
    isSelected={isOn}
    onChange={onChange}
    className={({ isSelected }) => classes(looks.pill, isSelected ? looks.on : looks.off, 'px-2.5')}
  >
    {name}
    {count !== null && <span className="font-normal">{figure(count)}</span>}
  </ToggleButton>
)
