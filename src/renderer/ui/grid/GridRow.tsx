import { memo, type ReactNode } from 'react'
import { classes } from '../classes'
import type { ActiveRow } from './active'

interface GridRowProps<Row> {
  readonly index: number
  /** CSS pixels from the first row's top. */
  readonly start: number
  /** Undefined: not read yet. */
  readonly row: Row | undefined
  readonly isActive: boolean
  readonly rowClass: string
  readonly measure: (element: HTMLDivElement | null) => void
  readonly renderRow: (row: Row, isActive: boolean) => ReactNode
  readonly onFocus: (active: ActiveRow) => void
}

function Row<T extends { readonly id: string }>(props: GridRowProps<T>) {
  const { index, row, isActive } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Grid
    <div
      ref={props.measure}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-busy={row === undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => props.onFocus({ index, id: row?.id ?? null })}
      style={{ transform: `translateY(${props.start}px)` }}
      className={classes(
        'group/row absolute top-0 right-0 left-0 min-h-10 border-b border-line hover:bg-hover focus-visible:-outline-offset-2 has-focus-visible:bg-selected focus-visible:bg-selected',
        props.rowClass,
      )}
    >
      {row === undefined ? (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid
        <div role="gridcell" className="py-3.5">
          <div className="h-3 w-48 max-w-full animate-breathe rounded-sm bg-pressed" />
        </div>
      ) : (
        props.renderRow(row, isActive)
      )}
    </div>
  )
}

/** One row of a grid, or the place of a row that was not read yet. */
export const GridRow = memo(Row) as typeof Row // memo forgets that the function is generic
