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
  readonly renderGrid: (onRowKey: OnRowKey<Row>) => ReactNode
  /** What only this list has to say above its rows. */
  readonly renderBand?: () => ReactNode
  /** Beside the list where details are open. */
  readonly renderDetails: () => ReactNode
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
  const { text, pages, view, isFiltered } = list
  const { total, answer, status, error } = pages.use()
  const search = view.use((wanted) => wanted.search)
  const isOpen = list.details.use(({ id }) => id !== null)
  const deeds = useFleetDeeds(list)
  const redo = () => void list.refresh()
  useEffect(() => void list.refresh(), [list])

  const hasRows = total !== null && total > 0
  const isNarrowed = answer !== null && isFiltered(answer.view)
  return (
    <>
      <ScreenHeader title={text.title}>
        <FleetStatus nouns={props.nouns} />
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
                <SearchBox
                  label={text.search}
                  value={search}
                  onChange={(typed) => view.use.setState((wanted) => ({ ...wanted, search: typed }))}
                />
                {props.tools}
              </Toolbar>
              <FleetLine list={list} onCopy={() => deeds.copy()} onExport={deeds.exportSelected} />
            </>
          )}
          <div className="min-h-44 flex-1">
            {hasRows && props.renderGrid(deeds.onRowKey)}
            {total === 0 && isNarrowed && (
              <NothingMatches
                title={text.nothingMatches}
                narrowed={props.narrowedOf(answer.view)}
                actions={<Button onPress={fromSearch(view.clear)}>{listText.clearFilters}</Button>}
              />
            )}
            {total === 0 && !isNarrowed && status === 'ready' && (
              <FleetNothing name={list.name} text={text} />
            )}
            {total === null && status === 'loading' && <Reading words={listText.reading} />}
          </div>
        </div>
        {isOpen && <Suspense>{props.renderDetails()}</Suspense>}
      </div>
    </>
  )
}
