import type { ReactNode } from 'react'
import { classes } from '../classes'

interface RowButtonProps {
  /** A stop for Tab: its row is the active one. */
  readonly isActive: boolean
  readonly label?: string | undefined
  readonly description?: string | undefined
  readonly className?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/**
 * A button within a row. The browser's own, because a list that scrolls makes hundreds of them a second: the library's
 * costs as much as the rest of its row.
 */
export const RowButton = ({ isActive, label, description, className, onPress, children }: RowButtonProps) => (
  <button
    type="button"
    tabIndex={isActive ? 0 : -1}
    aria-label={label}
    aria-description={description}
    className={classes('cursor-default', className)}
    onClick={onPress}
  >
    {children}
  </button>
)
