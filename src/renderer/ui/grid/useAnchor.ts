import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { type Loaded, placeOf, rowAt } from './active'

/** About the height of a row, in CSS pixels. */
const ROW = 41

/**
 * Keeps the rows that somebody reads where they are when rows come or go above them: the one that has the keyboard, else
 * the first in sight. A list that stands at its top stays there, so that what is new is seen, unless that takes the row
 * that has the keyboard out of sight. `hold` is told which row has to stay, so that it is among the rows that are read.
 */
export function useAnchor(
  loaded: Loaded<{ readonly id: string }>,
  virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>,
  scroller: RefObject<HTMLDivElement | null>,
  hold?: (id: string | null) => void,
): void {
  const anchor = useRef<{ id: string; index: number; offset: number } | null>(null)

  useLayoutEffect(() => {
    const element = scroller.current
    const kept = anchor.current
    if (element === null || kept === null || rowAt(loaded, kept.index)?.id === kept.id) return
    const start = virtualizer.measurementsCache[placeOf(loaded, kept.id)]?.start
    if (start === undefined) return
    const top = start - virtualizer.options.scrollMargin + kept.offset
    if (element.scrollTop > 0 || start + ROW > element.clientHeight) element.scrollTop = top
  }, [loaded, virtualizer, scroller])

  // After every drawing: what is at the top now is what has to stay there.
  useLayoutEffect(() => {
    const top = scroller.current?.scrollTop ?? 0
    const margin = virtualizer.options.scrollMargin
    const focused = scroller.current?.querySelector<HTMLElement>('[data-row]:focus-within')?.dataset.row
    const bottom = top + (scroller.current?.clientHeight ?? 0)
    const inSight = virtualizer
      .getVirtualItems()
      .filter((item) => item.end - margin > top && item.start - margin < bottom)
    const held = inSight.find(({ index }) => String(index) === focused) ?? (top > 0 ? inSight[0] : undefined)
    const row = held === undefined ? undefined : rowAt(loaded, held.index)
    anchor.current =
      held === undefined || row === undefined
        ? null
        : { id: row.id, index: held.index, offset: top - (held.start - margin) }
    hold?.(anchor.current?.id ?? null)
  })
  useEffect(() => () => hold?.(null), [hold])
}
