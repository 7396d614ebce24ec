import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { SavedView } from '../../../shared/savedView'
import type { FleetList } from '../../state/list/fleetList'
import type { View } from '../../state/list/view'
import { isSameView, removeView } from '../../state/savedViews'
import { ViewMenu } from '../list/ViewMenu'
import type { FleetColumns } from './FleetGrid'
import { ViewsMenu } from './ViewsMenu'

interface FleetToolsProps<Row, Filters, Column extends string, Counts, About> {
  readonly list: FleetList<
    Row,
    Filters,
    { readonly by: Column; readonly isDescending: boolean },
    Counts,
    About
  >
  readonly filters: ReactNode
  /** The views of this list that were given a name. */
  readonly views: readonly (SavedView & {
    readonly view: View<Filters, { readonly by: Column; readonly isDescending: boolean }>
  })[]
  /** Keeps what the list shows now. True when it is kept. */
  readonly onSave: (name: string) => Promise<boolean>
  readonly columns: FleetColumns<Column>
  /** Those that are shown. */
  readonly chosen: readonly Column[]
  readonly onColumns: (columns: Column[]) => void
}

/** The filters of a list, its saved views, and how it looks. */
export function FleetTools<Row, Filters, Column extends string, Counts, About>(
  props: FleetToolsProps<Row, Filters, Column, Counts, About>,
) {
  const { list, views, columns } = props
  const sort = list.view.use((view) => view.sort)
  const shown = list.view.use(
    useShallow((view) => views.filter((saved) => isSameView(saved.view, view)).map(({ id }) => id)),
  )
  return (
    <div className="flex max-w-full flex-auto items-start justify-between gap-2">
      {props.filters}
      <div className="flex min-w-0">
        <ViewsMenu
          views={views.map((saved) => ({
            id: saved.id,
            name: saved.name,
            isShown: shown.includes(saved.id),
            onShow: () => list.view.show(saved.view),
            onRemove: () => void removeView(saved),
          }))}
          onSave={props.onSave}
        />
        <ViewMenu
          {...columns}
          columns={props.chosen}
          onColumns={props.onColumns}
          sort={sort}
          onSort={list.view.sort}
        />
      </div>
    </div>
  )
}
