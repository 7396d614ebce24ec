import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { FleetList } from '../../state/list/fleetList'
import { sortAfterPress, type Width } from '../../ui/grid/columns'
import { useWidth } from '../../ui/useWidth'
import { ListGrid } from '../list/ListGrid'
import { searchedWords } from '../list/marks'
import { layOut } from '../list/rowLayout'
import { type ColumnKind, startsDescending } from '../list/ViewMenu'

/** What a row is drawn from. */
export interface DrawnRow<Row, Id extends string> {
  readonly row: Row
  readonly columns: readonly Id[]
  /** What the list was searched for. */
  readonly words: readonly string[]
  /** Its controls are stops for Tab. */
  readonly isActive: boolean
  readonly isEdited: boolean
  readonly onEdit: (id: string | null) => void
}

/** The columns of a list. */
export interface FleetColumns<Column extends string> {
  readonly all: readonly Column[]
  readonly titles: Readonly<Record<Column | 'copy', string>>
  readonly widths: Readonly<Record<Column | 'copy', Width>>
  /** What is left out first where there is too little room. */
  readonly dispensable: readonly Column[]
  readonly kindOf: (column: Column) => ColumnKind
}

interface FleetGridProps<Row, Filters, Column extends string, Counts, About> {
  readonly list: FleetList<
    Row,
    Filters,
    { readonly by: Column; readonly isDescending: boolean },
    Counts,
    About
  >
  readonly columns: FleetColumns<Column>
  /** Those that are shown. */
  readonly chosen: readonly Column[]
  readonly rowClass: string
  /** The cells of a row; the same function always. */
  readonly draw: (drawn: DrawnRow<Row, Column | 'copy'>) => ReactNode
  readonly onRowKey: (row: Row, event: KeyboardEvent, edit: () => void) => boolean
}

/** A row that says below when it was last seen is so much higher, in CSS pixels. */
const UNSEEN = 28
const unseenHeight = ({ isUnseen }: { readonly isUnseen: boolean }) => (isUnseen ? UNSEEN : 0)

/** The grid of a list of the fleet. */
export function FleetGrid<
  Row extends { readonly id: string; readonly isUnseen: boolean },
  Filters extends { readonly search: string },
  Column extends string,
  Counts,
  About,
>(props: FleetGridProps<Row, Filters, Column, Counts, About>) {
  const { list, columns, chosen, draw } = props
  const answer = list.pages.use((state) => state.answer)
  const sort = list.view.use((view) => view.sort)
  const shown = list.useShown(({ row }) => row)
  const [editedId, setEditedId] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)

  const layout = useMemo(() => {
    const { widths, dispensable } = columns
    return layOut<Column | 'copy'>(
      { columns: [...chosen, 'copy'], widths, dispensable, below: 'trouble' },
      width ?? 1000,
    )
  }, [columns, chosen, width])
  const search = answer?.view.search ?? ''
  const words = useMemo(() => searchedWords(search), [search])

  const renderRow = useCallback(
    (row: Row, isActive: boolean) =>
      draw({
        row,
        columns: layout.columns,
        words,
        isActive,
        isEdited: row.id === editedId,
        onEdit: setEditedId,
      }),
    [draw, layout, words, editedId],
  )
  const onSort = (by: Column | 'copy') => {
    const column = columns.all.find((id) => id === by)
    if (column !== undefined)
      list.view.sort(sortAfterPress(sort, column, startsDescending(columns.kindOf(column))))
  }

  return (
    <ListGrid
      place={place}
      label={list.text.title}
      pages={list.pages}
      list={answer?.view}
      layout={layout}
      titles={columns.titles}
      control="copy"
      sort={sort}
      onSort={onSort}
      rowClass={props.rowClass}
      extraHeight={unseenHeight}
      renderRow={renderRow}
      selection={list.selection}
      onOpen={({ id }) => list.details.open(id)}
      onActive={list.details.follow}
      onRowKey={(row, event) => props.onRowKey(row, event, () => setEditedId(row.id))}
      find={list.find}
      shown={shown}
      onShown={list.meetShown}
    />
  )
}
