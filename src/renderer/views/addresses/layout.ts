import type { CSSProperties } from 'react'
import type { AddressColumn } from '../../../shared/addressView'
import { columnTracks, fitColumns, type Width } from '../../ui/grid/columns'

/** What a row has beside the columns that somebody chose. */
export type DrawnColumn = AddressColumn | 'copy'

const widths: Readonly<Record<DrawnColumn, Width>> = {
  address: { least: 232, share: 5 },
  labels: { least: 124, share: 2 },
  tag: { least: 84, share: 1 },
  note: { least: 120, share: 5 },
  account: { least: 80, share: 2 },
  created: { least: 84, share: 0 },
  state: { least: 88, share: 0 },
  copy: { least: 28, share: 0 },
}

/** What is left out first where there is too little room. */
const DISPENSABLE: readonly DrawnColumn[] = ['tag', 'account', 'state']
const PADDING = 24
/** The list's own scroll bar. */
const SCROLLBAR = 12

export interface RowLayout {
  readonly columns: readonly DrawnColumn[]
  /** Too narrow for columns: the cells of a row stand below one another. */
  readonly isStacked: boolean
  readonly style: CSSProperties
}

/** How a row is laid out in so many CSS pixels. What needs the user stands on a line of its own below. */
export function layOutRow(chosen: readonly AddressColumn[], width: number): RowLayout {
  const all: readonly DrawnColumn[] = [...chosen, 'copy']
  const gap = width < 760 ? 12 : 16
  const fitting = fitColumns(all, widths, DISPENSABLE, width - SCROLLBAR, { gap, padding: PADDING })
  if (fitting === null) return { columns: all, isStacked: true, style: {} }
  return {
    columns: fitting,
    isStacked: false,
    style: {
      columnGap: gap,
      gridTemplateColumns: columnTracks(fitting, widths),
      gridTemplateAreas: `"${fitting.join(' ')}" "${fitting.map(() => 'trouble').join(' ')}"`,
    },
  }
}
