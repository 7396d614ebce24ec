import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { figure } from '../../shared/text/window/common'
import { classes } from './classes'

export interface MenuChoice {
  readonly id: string
  readonly text: string
  /** How many there are of it. */
  readonly count?: number
  /** A dot of it stands before the text, as CSS writes it. */
  readonly color?: string
}

export interface ChoiceMenuProps {
  readonly label: string
  readonly choices: readonly MenuChoice[]
  readonly chosen: readonly string[]
  /** It stays open: more than one may be chosen. */
  readonly isMultiple?: boolean
  readonly onChange: (chosen: readonly string[]) => void
  /** What is said where there is nothing to choose. */
  readonly empty: string
}

/** What may be chosen; stands in a `MenuTrigger` after its button. A second press takes a choice back. */
export const ChoiceMenu = (props: ChoiceMenuProps) => (
  <ChoicePopover>
    <Choices {...props} />
  </ChoicePopover>
)

interface ChoicePopoverProps {
  /** Where it is a dialog of its own, and no menu. */
  readonly label?: string
  readonly children: ReactNode
}

export const ChoicePopover = ({ label, children }: ChoicePopoverProps) => (
  <Popover
    offset={4}
    {...(label === undefined ? {} : { 'aria-label': label })}
    className="flex max-h-80 min-w-48 max-w-80 animate-enter flex-col overflow-auto rounded-lg border border-line bg-raised p-1 shadow-floating"
  >
    {children}
  </Popover>
)

interface ChoicesProps extends ChoiceMenuProps {
  /** They have the keyboard when they appear; in a `MenuTrigger` they do anyway. */
  readonly isFocused?: boolean
}

/** The choices themselves. Those that are chosen and not among them stay chosen. */
export const Choices = ({
  isFocused = false,
  label,
  choices,
  chosen,
  isMultiple = false,
  onChange,
  empty,
}: ChoicesProps) => (
  <Menu
    {...(isFocused ? { autoFocus: 'first' as const } : {})}
    aria-label={label}
    selectionMode={isMultiple ? 'multiple' : 'single'}
    selectedKeys={chosen}
    onSelectionChange={(keys) =>
      onChange(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String))
    }
    renderEmptyState={() => <p className="px-2 py-1 text-ink-soft">{empty}</p>}
    className="outline-none"
  >
    {choices.map(({ id, text, count, color }) => (
      <MenuItem
        key={id}
        id={id}
        textValue={text}
        className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
      >
        {({ isSelected }) => (
          <>
            <Check
              className={classes('size-3.5 shrink-0 text-accent-ink', !isSelected && 'invisible')}
              aria-hidden="true"
            />
            {color !== undefined && (
              <span
                aria-hidden="true"
                className="size-2.5 shrink-0 rounded-full border border-line"
                style={{ backgroundColor: color }}
              />
            )}
            <span className="min-w-0 flex-1 truncate">{text}</span>
            {count !== undefined && <span className="text-sm text-ink-soft">{figure(count)}</span>}
          </>
        )}
      </MenuItem>
    ))}
  </Menu>
)
