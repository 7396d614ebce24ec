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

interface TitleProps extends CellProps {
  /** Null: it does not sort. */
  readonly sort: 'ascending' | 'descending' | 'none' | null
}

/** The title of a column. */
export const Title = ({ place, sort, className, children }: TitleProps) => (
  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid
  <span
    role="columnheader"
    {...(sort === null ? {} : { 'aria-sort': sort })}
    className={classes(`cell-${place} min-w-0`, sort === null && 'truncate', className)}
  >
    {children}
  </span>
)
