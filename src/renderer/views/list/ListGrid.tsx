import { type KeyboardEvent, type ReactNode, type RefObject, useMemo } from 'react'
import type { SelectionStore } from '../../state/list/selection'
import type { PagesStore } from '../../state/pages'
import { settings } from '../../state/settings'
import { classes } from '../../ui/classes'
import type { Sort } from '../../ui/grid/columns'
import { Grid } from '../../ui/grid/Grid'
import type { GridSelection } from '../../ui/grid/selection'
import { useFocusLeaves } from '../../ui/useFocusLeaves'
import { searchPlace } from './places'
import type { RowLayout } from './rowLayout'

/** The height of a row before it was drawn, in CSS pixels. */
const HEIGHTS = { stacked: 58, compact: 33, comfortable: 41 } as const

interface ListGridProps<Row, Answer, Id extends string> {
  /** What it is drawn in: its width is what the layout was made for. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly label: string
  readonly pages: PagesStore<Row, Answer>
  /** What the rows answer: another one is another list. */
  readonly list: unknown
  readonly layout: RowLayout<Id>
  readonly titles: Readonly<Record<Id, string>>
  /** The column that is a control and no order. */
  readonly control: Id
  readonly sort: Sort<NoInfer<Id>>
  readonly onSort: (by: Id) => void
  readonly rowClass: string
  /** What a row needs beside its line. */
  readonly extraHeight?: (row: Row) => number
  readonly renderRow: (row: Row, isActive: boolean) => ReactNode
  readonly headingOf?: (row: Row) => string | null
  readonly selection: SelectionStore
  readonly onRowKey: (row: Row, event: KeyboardEvent) => boolean
  readonly onOpen: (row: Row) => void
  readonly onActive: (id: string) => void
  readonly find: (id: string) => Promise<number | null>
  readonly shown: { readonly id: string } | null
  readonly onShown: () => void
}

/** The grid of a list whose rows can be chosen, opened and ordered. */
export function ListGrid<Row extends { readonly id: string }, Answer, Id extends string>(
  props: ListGridProps<Row, Answer, Id>,
) {
  const { place, pages, layout, titles, control, selection, extraHeight } = props
  const { rows, offset, total } = pages.use()
  const isCompact = settings.use(({ data }) => data?.density === 'compact')
  const chosen = selection.use()
  // The last row is gone: another search is what comes next.
  useFocusLeaves(place, searchPlace)

  const columns = useMemo(
    () =>
      layout.columns.map((id) => ({
        id,
        title: titles[id],
        isSortable: id !== control,
        isTitleHidden: id === control,
      })),
    [layout, titles, control],
  )
  const onLook = useMemo(() => (first: number, last: number) => void pages.look(first, last), [pages])
  const gridSelection = useMemo<GridSelection>(
    () => ({
      count: chosen.places.size,
      has: (id) => chosen.places.has(id),
      choose: selection.choose,
      chooseAll: () => void selection.chooseAll(),
      chooseNone: selection.chooseNone,
    }),
    [chosen, selection],
  )
  const height = HEIGHTS[layout.isStacked ? 'stacked' : isCompact ? 'compact' : 'comfortable']

  return (
    <div ref={place} className="h-full">
      <Grid
        label={props.label}
        rows={rows}
        offset={offset}
        total={total ?? 0}
        list={props.list}
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        rowClass={classes(
          'list-cells',
          props.rowClass,
          isCompact && 'is-compact',
          layout.isStacked && 'is-stacked',
        )}
        rowStyle={layout.style}
        estimate={(row) => height + (row === undefined ? 0 : (extraHeight?.(row) ?? 0))}
        renderRow={props.renderRow}
        {...(props.headingOf === undefined ? {} : { headingOf: props.headingOf })}
        onLook={onLook}
        onHold={pages.hold}
        selection={gridSelection}
        onOpen={props.onOpen}
        onActive={props.onActive}
        onRowKey={props.onRowKey}
        find={props.find}
        shown={props.shown}
        onShown={props.onShown}
      />
    </div>
  )
}
