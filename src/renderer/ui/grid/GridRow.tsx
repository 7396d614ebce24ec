import { type CSSProperties, type MouseEvent, memo, type ReactNode } from 'react'
import { classes } from '../classes'
import type { ActiveRow } from './active'

interface GridRowProps<Row> {
  readonly index: number
  /** CSS pixels from the first row's top. */
  readonly start: number
  /** Undefined: not read yet. */
  readonly row: Row | undefined
  /** Stands above the row: the start of a group. */
  readonly heading: string | null
  readonly isActive: boolean
  /** Null: rows of this list are not chosen. */
  readonly isSelected: boolean | null
  readonly rowClass: string
  readonly rowStyle: CSSProperties | undefined
  readonly measure: (element: HTMLDivElement | null) => void
  readonly renderRow: (row: Row, isActive: boolean) => ReactNode
  readonly onFocus: (active: ActiveRow) => void
  readonly onClick: (index: number, event: MouseEvent) => void
  readonly onDoubleClick: (index: number, event: MouseEvent) => void
}

function Row<T extends { readonly id: string }>(props: GridRowProps<T>) {
  const { index, row, isActive, isSelected, heading } = props
  return (
    <div
      ref={props.measure}
      role="presentation"
      data-index={index}
      style={{ transform: `translateY(${props.start}px)` }}
      className="absolute top-0 right-0 left-0"
    >
      {heading !== null && (
        // Said with each row's date: a heading is no row.
        <div
          aria-hidden="true"
          className="flex h-8 items-end border-b border-line bg-canvas px-4 pb-1.5 text-sm font-semibold text-ink"
        >
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: see Grid, which has the keys */}
      <div
        role="row"
        data-row={index}
        aria-rowindex={index + 2}
        aria-busy={row === undefined}
        {...(isSelected === null ? {} : { 'aria-selected': isSelected })}
        tabIndex={isActive ? 0 : -1}
        style={props.rowStyle}
        onFocus={() => props.onFocus({ index, id: row?.id ?? null })}
        onMouseDown={(event) => {
          // A press with Shift chooses rows, it does not mark their text.
          if (event.shiftKey && isSelected !== null) event.preventDefault()
        }}
        onClick={(event) => props.onClick(index, event)}
        onDoubleClick={(event) => props.onDoubleClick(index, event)}
        className={classes(
          'group/row border-b border-line focus-visible:-outline-offset-2 has-focus-visible:bg-selected focus-visible:bg-selected',
          isSelected === true ? 'bg-selected' : 'hover:bg-hover',
          props.rowClass,
        )}
      >
        {row === undefined ? (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid
          <div role="gridcell" className="col-span-full">
            <div className="h-3 w-48 max-w-full animate-breathe rounded-sm bg-pressed" />
          </div>
        ) : (
          props.renderRow(row, isActive)
        )}
      </div>
    </div>
  )
}

/** One row of a grid, or the place of a row that was not read yet. */
export const GridRow = memo(Row) as typeof Row // memo forgets that the function is generic
