import type { CSSProperties } from 'react'
import { columnTracks, fitColumns, type Width } from '../../ui/grid/columns'

const PADDING = 24
/** The list's own scroll bar. */
const SCROLLBAR = 12

export interface RowLayout<Id extends string> {
  readonly columns: readonly Id[]
  /** Too narrow for columns: the cells of a row stand below one another. */
  readonly isStacked: boolean
  readonly style: CSSProperties
}

interface RowPlan<Id extends string> {
  readonly columns: readonly Id[]
  readonly widths: Readonly<Record<Id, Width>>
  /** What is left out first where there is too little room. */
  readonly dispensable: readonly Id[]
  /** What may stand on a line of its own below. */
  readonly below?: string
}

/** How a row is laid out in so many CSS pixels. */
export function layOut<Id extends string>(
  { columns, widths, dispensable, below }: RowPlan<Id>,
  width: number,
): RowLayout<Id> {
  const gap = width < 760 ? 12 : 16
  const fitting = fitColumns(columns, widths, dispensable, width - SCROLLBAR, { gap, padding: PADDING })
  if (fitting === null) return { columns, isStacked: true, style: {} }
  const lines = [fitting.join(' '), ...(below === undefined ? [] : [fitting.map(() => below).join(' ')])]
  return {
    columns: fitting,
    isStacked: false,
    style: {
      columnGap: gap,
      gridTemplateColumns: columnTracks(fitting, widths),
      gridTemplateAreas: lines.map((line) => `"${line}"`).join(' '),
    },
  }
}
