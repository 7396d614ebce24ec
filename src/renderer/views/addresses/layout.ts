import type { AddressColumn } from '../../../shared/addressView'
import type { Width } from '../../ui/grid/columns'
import { layOut, type RowLayout } from '../list/rowLayout'

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

/** How a row is laid out in so many CSS pixels. What needs the user stands on a line of its own below. */
export const layOutRow = (chosen: readonly AddressColumn[], width: number): RowLayout<DrawnColumn> =>
  layOut({ columns: [...chosen, 'copy'], widths, dispensable: DISPENSABLE, below: 'trouble' }, width)
