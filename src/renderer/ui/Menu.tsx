import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from './classes'

interface MenuProps {
  readonly label: string
  readonly children: ReactNode
  readonly placement?: 'bottom start' | 'bottom end'
}

/** What a button offers; stands in a `MenuTrigger` after its button. */
export const Menu = ({ label, children, placement = 'bottom start' }: MenuProps) => (
  <Popover
    offset={4}
    placement={placement}
    className="max-h-80 min-w-44 animate-enter overflow-auto rounded-lg border border-line bg-raised p-1 shadow-floating"
  >
    <AriaMenu aria-label={label} className="outline-none">
      {children}
    </AriaMenu>
  </Popover>
)

interface MenuItemProps {
  readonly icon?: ReactNode
  readonly onAction: () => void
  readonly isDisabled?: boolean
  readonly children: string
  /** What stands in smaller letters below. */
  readonly hint?: string
}

/** One thing that a menu offers. */
export const MenuItem = ({ icon, onAction, isDisabled = false, children, hint }: MenuItemProps) => (
  <AriaMenuItem
    textValue={children}
    onAction={onAction}
    isDisabled={isDisabled}
    className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 data-disabled:opacity-60 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
  >
    {icon !== undefined && (
      <span
        className={classes('shrink-0 text-ink-soft', hint !== undefined && 'self-start pt-0.5')}
        aria-hidden="true"
      >
        {icon}
      </span>
    )}
    <span className="min-w-0 flex-1">
      {children}
      {hint !== undefined && <span className="block text-sm text-ink-soft">{hint}</span>}
    </span>
  </AriaMenuItem>
)
