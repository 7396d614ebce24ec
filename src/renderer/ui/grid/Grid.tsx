import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { classes } from '../classes'
import { type Loaded, moveActive, placeOf, rowAt } from './active'
import type { Column, Sort } from './columns'
import { GridHeader } from './GridHeader'
import { GridRow } from './GridRow'
import { RowKeys } from './rowKeys'
import type { GridSelection } from './selection'
import { useAnchor } from './useAnchor'
import { useKeyboardRow } from './useKeyboardRow'
import { isOnControl, moveWithin } from './within'

/** The height of the row of titles, in CSS pixels. */
const HEADER = 32

export interface GridProps<Row extends { readonly id: string }, Id extends string> {
  readonly label: string
  /** The rows that are there, and the place of the first of them; the others are drawn as places. */
  readonly rows: readonly Row[]
  readonly offset: number
  readonly total: number
  /** What the rows answer: another one is another list, and begins at its top. */
  readonly list?: unknown
  readonly columns: readonly Column<Id>[]
  readonly sort?: Sort<Id> | null
  readonly onSort?: (by: Id) => void
  /** Lays out the cells of the titles and of every row alike. */
  readonly rowClass: string
  readonly rowStyle?: CSSProperties
  /** A row's likely height before it was drawn, its heading included, in CSS pixels. */
  readonly estimate: (row: Row | undefined) => number
  /** The cells of a row; stable, so that a row is drawn again only when it changed. */
  readonly renderRow: (row: Row, isActive: boolean) => ReactNode
  /** The title of the group that begins with this row. */
  readonly headingOf?: (row: Row) => string | null
  /** Somebody looks at these places. */
  readonly onLook: (first: number, last: number) => void
  /** This row stays where it is when rows come above it; null: the list stays at its top. */
  readonly onHold?: (id: string | null) => void
  /** Which rows are chosen; without it none can be. */
  readonly selection?: GridSelection
  /** A key on a row that moves and chooses nothing. True: it was used. */
  readonly onRowKey?: (row: Row, event: KeyboardEvent) => boolean
  readonly onOpen?: (row: Row) => void
  /** One press opens a row; without it two do. For lists in which nothing is chosen. */
  readonly isOpenedByPress?: boolean
  /** The keyboard went to another row. */
  readonly onActive?: (id: string) => void
  /** Where a row stands that is not there; null where the list has none such. */
  readonly find?: (id: string) => Promise<number | null>
  /** The row to show and to focus; a new object each time. */
  readonly shown?: { readonly id: string } | null
  readonly onShown?: () => void
  /** The row that is open beside the list: it comes into sight, and the keyboard stays where it is. */
  readonly open?: string | null
  readonly className?: string
}

/**
 * A list of any length with columns (ARIA, "Grid pattern"): one stop for Tab for its titles and one for its rows; arrows,
 * Page, Home and End move between rows, left and right among the controls of a row. Only rows in sight are drawn.
 */
export function Grid<Row extends { readonly id: string }, Id extends string>(props: GridProps<Row, Id>) {
  const { rows, offset, total, list, onLook, onActive, find, selection, shown = null, open = null } = props
  const scroller = useRef<HTMLDivElement>(null)
  const loaded = useMemo<Loaded<Row>>(() => ({ offset, rows }), [offset, rows])
  const keyboard = useKeyboardRow({ loaded, total, list, scroller, find })
  const { active, activeRow } = keyboard
  /** The row that the keyboard went to is to be chosen once it is read; another choice takes its place. */
  const isChoiceDue = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other rows at its places
  const keys = useMemo(() => new RowKeys(), [list])
  const getItemKey = useMemo(() => {
    keys.put(loaded.offset, loaded.rows)
    return (index: number) => keys.at(index)
  }, [keys, loaded])

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: total,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => props.estimate(rowAt(loaded, index)),
    overscan: 3,
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    // The active row is always drawn, or the focus would be lost when it is scrolled out of sight.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      if (active.index >= total || inSight.includes(active.index)) return inSight
      return [...inSight, active.index].sort((a, b) => a - b)
    },
  })
  useAnchor(loaded, virtualizer, scroller, props.onHold)

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onLook(first, last), [first, last, onLook])

  const focusRow = (index: number, id = rowAt(loaded, index)?.id ?? null) => {
    keyboard.moveTo({ index, id })
    virtualizer.scrollToIndex(index, { align: 'auto' })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => void scroller.current?.scrollTo({ top: 0 }), [list])

  // The keyboard went to a row that has been read only now.
  useEffect(() => {
    if (active.id === null || activeRow === undefined) return
    if (isChoiceDue.current) selection?.choose({ kind: 'only', index: active.index, id: active.id })
    isChoiceDue.current = false
  })

  useEffect(() => {
    if (active.id !== null && keyboard.isHere()) onActive?.(active.id)
  }, [active.id, onActive, keyboard.isHere])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new `shown` is met once, whatever else changes
  useEffect(() => {
    if (shown === null) return
    const meet = (index: number) => {
      focusRow(index, shown.id)
      props.onShown?.()
    }
    const index = placeOf(loaded, shown.id)
    if (index >= 0) meet(index)
    else void find?.(shown.id).then((place) => place !== null && meet(place))
  }, [shown])

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands in this list; what changes later leaves it in peace
  useEffect(() => {
    const index = open === null ? -1 : placeOf(loaded, open)
    if (index < 0 || keyboard.isHere()) return
    keyboard.onRow({ index, id: open })
    virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [open, list])

  function moveTo(index: number, event: KeyboardEvent) {
    focusRow(index)
    const id = rowAt(loaded, index)?.id ?? null
    if (selection === undefined) return
    isChoiceDue.current = false
    if (event.shiftKey) selection.choose({ kind: 'extend', index, id, from: active.index })
    else if (event.ctrlKey || event.metaKey) return
    else if (id === null) isChoiceDue.current = true
    else selection.choose({ kind: 'only', index, id })
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const target = event.target as HTMLElement // a key is pressed on an element
    if (target.matches('input, textarea') || event.altKey) return
    if (target.closest('[role="columnheader"]') !== null) {
      if (event.key !== 'ArrowDown') return
      focusRow(active.index)
      event.preventDefault()
      return
    }
    const page = Math.max(1, last - first - 1)
    const place = moveActive(event.key, active.index, total, page)
    if (place !== null) moveTo(place, event)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      moveWithin(target, event.key === 'ArrowRight' ? 1 : -1)
    } else if (!onChoiceKey(event, target) && !onActiveRowKey(event, target)) return
    event.preventDefault()
  }

  function onChoiceKey(event: KeyboardEvent, target: HTMLElement): boolean {
    if (selection === undefined) return false
    const { key } = event
    if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey)
      selection.chooseAll()
    else if (key === 'Escape' && selection.count > 0) selection.chooseNone()
    else if (key === ' ' && target.dataset.row !== undefined && active.id !== null) {
      const kind = event.shiftKey ? 'extend' : 'toggle'
      selection.choose({ kind, index: active.index, id: active.id, from: active.index })
    } else return false
    isChoiceDue.current = false
    return true
  }

  function onActiveRowKey(event: KeyboardEvent, target: HTMLElement): boolean {
    if (target.dataset.row === undefined || activeRow === undefined) return false
    if (event.key === 'Enter' && onOpen !== undefined) {
      onOpen(activeRow)
      return true
    }
    return props.onRowKey?.(activeRow, event) === true
  }

  // Rows are drawn again only when they changed: what they call stays the same function.
  const { onOpen, isOpenedByPress = false } = props
  const latest = useRef({ loaded, selection, active, onOpen, isOpenedByPress })
  useLayoutEffect(() => {
    latest.current = { loaded, selection, active, onOpen, isOpenedByPress }
  })
  const onClick = useCallback((index: number, event: MouseEvent) => {
    const now = latest.current
    const row = rowAt(now.loaded, index)
    if (isOnControl(event)) return
    if (now.isOpenedByPress && row !== undefined) now.onOpen?.(row)
    if (now.selection === undefined) return
    const id = row?.id ?? null
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
    const kind = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only'
    isChoiceDue.current = false
    now.selection.choose({ kind, index, id, from: now.active.index })
  }, [])
  const onDoubleClick = useCallback((index: number, event: MouseEvent) => {
    const row = rowAt(latest.current.loaded, index)
    if (row !== undefined && !isOnControl(event)) latest.current.onOpen?.(row)
  }, [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are drawn as they come into sight
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      {...(selection === undefined ? {} : { 'aria-multiselectable': true })}
      // The rows take the focus, one at a time.
      tabIndex={-1}
      className={classes(
        'relative h-full overflow-x-hidden overflow-y-auto outline-none [overflow-anchor:none]',
        props.className,
      )}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        // The active row stays one while the focus is elsewhere: to come back to it is a step too.
        const row = target.closest<HTMLElement>('[data-row]')
        const id = row === null ? undefined : rowAt(loaded, Number(row.dataset.row))?.id
        if (id !== undefined) onActive?.(id)
      }}
      onBlur={keyboard.onGo}
    >
      <GridHeader
        columns={props.columns}
        rowClass={props.rowClass}
        rowStyle={props.rowStyle}
        sort={props.sort ?? null}
        onSort={props.onSort}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rowAt(loaded, index)
          return (
            <GridRow
              key={key}
              index={index}
              start={start - HEADER}
              row={row}
              heading={row === undefined ? null : (props.headingOf?.(row) ?? null)}
              isActive={index === active.index}
              isSelected={selection === undefined ? null : row !== undefined && selection.has(row.id)}
              rowClass={props.rowClass}
              rowStyle={props.rowStyle}
              measure={virtualizer.measureElement}
              renderRow={props.renderRow}
              onFocus={keyboard.onRow}
              onClick={onClick}
              onDoubleClick={onDoubleClick}
            />
          )
        })}
      </div>
    </div>
  )
}
