import type { ReactNode } from 'react'
import { classes } from '../classes'

interface CellProps {
  /** Where it stands in its row: the class `cell-…` places it. */
  readonly place: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** One cell of a row. The row takes the focus; a cell's controls are reached from there. */
export const Cell = ({ place, className, children }: CellProps) => (
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid
  <div role="gridcell" className={classes(`cell-${place} min-w-0`, className)}>
    {children}
  </div>
)

/** The title of a column. */
export const Title = ({ place, className, children }: CellProps) => (
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid
  <span role="columnheader" className={classes(`cell-${place} truncate`, className)}>
    {children}
  </span>
)
