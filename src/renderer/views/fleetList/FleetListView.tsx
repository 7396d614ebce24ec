import { type KeyboardEvent, type ReactNode, Suspense, useEffect } from 'react'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { listText } from '../../../shared/text/window/list'
import type { FleetList, FleetPage } from '../../state/list/fleetList'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { FleetBands } from '../fleet/FleetBands'
import { FleetStatus } from '../fleet/FleetStatus'
import { fromSearch, NothingMatches } from '../list/NothingMatches'
import { SearchBox } from '../list/SearchBox'
import { Toolbar } from '../list/Toolbar'
import { FleetLine } from './FleetLine'
import { FleetNothing } from './FleetNothing'
import { useFleetDeeds } from './useFleetDeeds'

/** A key on a row that neither moves nor chooses. True: it was used. */
export type OnRowKey<Row> = (row: Row, event: KeyboardEvent, edit: () => void) => boolean

interface FleetListViewProps<Row, Filters, Sort, Counts, About> {
  readonly list: FleetList<Row, Filters, Sort, Counts, About>
  readonly nouns: readonly FleetNoun[]
  /** Filters, saved views, and how the list looks. */
  readonly tools: ReactNode
  /** What can be done beside the list's name. */
  readonly actions?: ReactNode
  readonly renderGrid: (onRowKey: OnRowKey<Row>) => ReactNode
  /** What only this list has to say above its rows. */
  readonly renderBand?: () => ReactNode
  /** Beside the list where details are open. */
  readonly renderDetails: () => ReactNode
  /** What else can be done with what is selected. */
  readonly selectedDeeds?: ReactNode
  /** Their export stands among it. */
  readonly isExportAmongDeeds?: boolean
  /** What a view is narrowed down to, in words. */
  readonly narrowedOf: (view: FleetPage<Row, Filters, Sort>['view']) => readonly string[]
}

/** The screen of one list of the fleet. */
export function FleetListView<
  Row extends { readonly id: string },
  Filters extends { readonly search: string },
  Sort,
  Counts,
  About,
>(props: FleetListViewProps<Row, Filters, Sort, Counts, About>) {
  const { list } = props
  const { text, pages, isFiltered } = list
  // Drawn again where one of these changes, and not with every page or key.
  const isKnown = pages.use(({ total }) => total !== null)
  const hasRows = pages.use(({ total }) => total !== null && total > 0)
  const isNarrowed = pages.use(({ answer }) => answer !== null && isFiltered(answer.view))
  const status = pages.use((state) => state.status)
  const error = pages.use((state) => state.error)
  const isOpen = list.details.use(({ id }) => id !== null)
  const deeds = useFleetDeeds(list)
  const redo = () => void list.refresh()
  useEffect(() => void list.refresh(), [list])

  return (
    <>
      <ScreenHeader title={text.title}>
        <FleetStatus nouns={props.nouns} />
        {props.actions}
      </ScreenHeader>
      <FleetBands nouns={props.nouns} />
      {props.renderBand?.()}
      {status === 'failed' && error !== null && (
        <div className="p-4">
          <Problem error={error} title={hasRows ? text.stale : text.failed} context={{ redo }} />
        </div>
      )}
      <div className="with-details">
        <div className="@container/list flex min-h-0 flex-col overflow-y-auto">
          {(hasRows || isNarrowed) && (
            <>
              <Toolbar>
                <FleetSearch list={list} />
                {props.tools}
              </Toolbar>
              <FleetLine
                list={list}
                onCopy={() => deeds.copy()}
                onExport={props.isExportAmongDeeds === true ? undefined : deeds.exportSelected}
                selectedDeeds={props.selectedDeeds}
              />
            </>
          )}
          <div className="min-h-44 flex-1">
            {hasRows && props.renderGrid(deeds.onRowKey)}
            {isKnown && !hasRows && isNarrowed && <NothingOf list={list} narrowedOf={props.narrowedOf} />}
            {isKnown && !hasRows && !isNarrowed && status === 'ready' && (
              <FleetNothing name={list.name} text={text} />
            )}
            {!isKnown && status === 'loading' && <Reading words={listText.reading} />}
          </div>
        </div>
        {isOpen && <Suspense>{props.renderDetails()}</Suspense>}
      </div>
    </>
  )
}

interface OfList<Row, Filters, Sort, Counts, About> {
  readonly list: FleetList<Row, Filters, Sort, Counts, About>
}

/** Its own part: a key in it draws nothing else again. */
function FleetSearch<Row, Filters extends { readonly search: string }, Sort, Counts, About>({
  list: { text, view },
}: OfList<Row, Filters, Sort, Counts, About>) {
  const search = view.use((wanted) => wanted.search)
  return (
    <SearchBox
      label={text.search}
      value={search}
      onChange={(typed) => view.use.setState((wanted) => ({ ...wanted, search: typed }))}
    />
  )
}

function NothingOf<Row, Filters, Sort, Counts, About>({
  list: { text, pages, view },
  narrowedOf,
}: OfList<Row, Filters, Sort, Counts, About> &
  Pick<FleetListViewProps<Row, Filters, Sort, Counts, About>, 'narrowedOf'>) {
  const answer = pages.use((state) => state.answer)
  if (answer === null) return null
  return (
    <NothingMatches
      title={text.nothingMatches}
      narrowed={narrowedOf(answer.view)}
      actions={<Button onPress={fromSearch(view.clear)}>{listText.clearFilters}</Button>}
    />
  )
}
