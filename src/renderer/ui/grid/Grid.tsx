import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { classes } from '../classes'
import { type ActiveRow, locateActive, moveActive } from './active'
import { GridRow } from './GridRow'
import { useAnchor } from './useAnchor'

/** The height of the row of titles, in CSS pixels. */
const HEADER = 32

export interface GridProps<Row extends { readonly id: string }> {
  readonly label: string
  /** The rows that are there, from the first on; the others are drawn as places. */
  readonly rows: readonly Row[]
  readonly total: number
  /** The titles of the columns, as cells with role columnheader. */
  readonly header: ReactNode
  /** Lays out the cells of the titles and of every row alike. */
  readonly rowClass: string
  /** A row's likely height before it was drawn, in CSS pixels. */
  readonly estimate: (row: Row | undefined) => number
  /** The cells of a row; stable, so that a row is drawn again only when it changed. */
  readonly renderRow: (row: Row, isActive: boolean) => ReactNode
  /** Somebody looks as far as this row. */
  readonly onReach: (index: number) => void
  /** A key on a row that moves nothing. True: it was used. */
  readonly onRowKey?: (row: Row, event: KeyboardEvent) => boolean
  /** The row to show and to focus; a new object each time. */
  readonly shown?: { readonly id: string } | null
}

/**
 * A list of any length with columns (ARIA, "Grid pattern"): one stop for Tab; arrows, Page, Home and End
 * move between rows, left and right among the controls of a row. Only rows in sight are drawn.
 */
export function Grid<Row extends { readonly id: string }>(props: GridProps<Row>) {
  const { rows, total, onReach, shown = null } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<ActiveRow>({ index: 0, id: null })
  const active = locateActive(wanted, rows, total)
  if (active.index !== wanted.index || active.id !== wanted.id) setWanted(active)
  const isFocusDue = useRef(false)
  const isFocused = useRef(false)

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: total,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => props.estimate(rows[index]),
    overscan: 8,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    // The active row is always drawn, or the focus would be lost when it is scrolled out of sight.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      if (active.index >= total || inSight.includes(active.index)) return inSight
      return [...inSight, active.index].sort((a, b) => a - b)
    },
  })
  useAnchor(rows, virtualizer, scroller)

  const range = virtualizer.range
  const reached = range === null ? 0 : range.endIndex + 40
  useEffect(() => onReach(reached), [reached, onReach])

  const focusRow = (index: number) => {
    isFocusDue.current = true
    setWanted({ index, id: rows[index]?.id ?? null })
    virtualizer.scrollToIndex(index, { align: 'auto' })
  }

  useLayoutEffect(() => {
    // A row that went, or came in the place of one that was not read yet, took the focus with it.
    const isFocusLost = isFocused.current && document.activeElement === document.body
    if (!isFocusDue.current && !isFocusLost) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active.index}"]`)
    if (row === null || row === undefined) return
    isFocusDue.current = false
    row.focus({ preventScroll: true })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new `shown` asks once, whatever else changes
  useEffect(() => {
    const index = shown === null ? -1 : rows.findIndex(({ id }) => id === shown.id)
    if (index >= 0) focusRow(index)
  }, [shown])

  const activeRow = rows[active.index]

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const target = event.target as HTMLElement // a key is pressed on an element
    if (target instanceof HTMLTextAreaElement || event.altKey) return
    const page = Math.max(1, (range?.endIndex ?? 1) - (range?.startIndex ?? 0) - 1)
    const place = moveActive(event.key, active.index, total, page)
    if (place !== null) {
      event.preventDefault()
      focusRow(place)
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      moveWithin(target, event.key === 'ArrowRight' ? 1 : -1)
    } else if (target.dataset.index !== undefined && activeRow !== undefined) {
      if (props.onRowKey?.(activeRow, event) === true) event.preventDefault()
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are drawn as they come into sight
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      // The rows take the focus, one at a time.
      tabIndex={-1}
      className="relative h-full overflow-y-auto outline-none [overflow-anchor:none]"
      onKeyDown={onKeyDown}
      onFocus={() => {
        isFocused.current = true
      }}
      onBlur={() => {
        isFocused.current = false
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; titles do nothing */}
        <div
          role="row"
          aria-rowindex={1}
          className={classes('h-[31px] text-sm text-ink-soft', props.rowClass)}
        >
          {props.header}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <GridRow
            key={key}
            index={index}
            start={start - HEADER}
            row={rows[index]}
            isActive={index === active.index}
            rowClass={props.rowClass}
            measure={virtualizer.measureElement}
            renderRow={props.renderRow}
            onFocus={setWanted}
          />
        ))}
      </div>
    </div>
  )
}

/** Moves the focus among a row and its controls. */
function moveWithin(target: HTMLElement, by: 1 | -1): void {
  const row = target.closest<HTMLElement>('[data-index]')
  if (row === null) return
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = stops.indexOf(target)
  stops[Math.max(0, Math.min(at + by, stops.length - 1))]?.focus()
}
