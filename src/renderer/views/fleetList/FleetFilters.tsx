import type { ReactNode } from 'react'
import type { WorkspaceKey } from '../../../shared/mailbox'
import { fleetListText } from '../../../shared/text/window/fleetList'
import type { FleetList } from '../../state/list/fleetList'
import { useBesideSearch } from '../../state/list/view'
import { emptyFilter, FilterSwitch, Filters } from '../list/Filter'
import { statusWord } from './statusWord'
import { type Counted, type Filled, WithinFilter, WordFilter } from './WordFilter'
import { type CountedWorkspace, WorkspaceFilter } from './WorkspaceFilter'

interface FleetFiltered {
  readonly search: string
  readonly workspaces: readonly WorkspaceKey[]
  readonly statuses: readonly (string | null)[]
  readonly tags: readonly string[]
  readonly isUnseen: boolean
}

interface FleetCounts {
  readonly workspaces: readonly CountedWorkspace[]
  readonly statuses: readonly Counted[]
  readonly tags: readonly Counted[]
  readonly unseen: number
}

interface FleetFiltersProps<Row, Filtered, Sort, Counts, About> {
  readonly list: FleetList<Row, Filtered, Sort, Counts, About>
  /** What only this list is filtered by, after the workspaces. */
  readonly renderOwn?: (filled: Filled, counts: Counts | null) => ReactNode
  readonly due: {
    readonly name: string
    readonly chosen: 7 | 30 | null
    readonly countsOf: (counts: Counts) => { readonly within7: number; readonly within30: number }
    readonly onChange: (within: 7 | 30 | null) => void
  }
}

/** What a list of the fleet is narrowed down to, each with how many rows it would show. */
export function FleetFilters<Row, Filtered extends FleetFiltered, Sort, Counts extends FleetCounts, About>({
  list,
  renderOwn,
  due,
}: FleetFiltersProps<Row, Filtered, Sort, Counts, About>) {
  const view = useBesideSearch(list.view.use)
  const { facets, error } = list.facets.use()
  const filled: Filled = {
    empty: emptyFilter(facets !== null, error),
    onOpen: () => void list.facets.refresh(),
  }
  const change = (filters: Partial<FleetFiltered>) =>
    list.view.use.setState((now) => ({ ...now, ...filters }))
  const { filter } = fleetListText
  const unseen = facets?.unseen ?? null
  return (
    <Filters>
      <WorkspaceFilter
        {...filled}
        chosen={view.workspaces}
        choices={facets?.workspaces ?? []}
        onChange={(workspaces) => change({ workspaces })}
      />
      {renderOwn?.(filled, facets)}
      <WordFilter
        {...filled}
        name={filter.status}
        chosen={view.statuses}
        counted={facets?.statuses ?? []}
        spell={statusWord}
        onChange={(statuses) => change({ statuses })}
      />
      <WordFilter
        {...filled}
        name={filter.tag}
        chosen={view.tags}
        counted={facets?.tags ?? []}
        onChange={(tags) => change({ tags: tags.filter((tag) => tag !== null) })}
      />
      <WithinFilter
        {...filled}
        name={due.name}
        chosen={due.chosen}
        counts={facets === null ? null : due.countsOf(facets)}
        onChange={due.onChange}
      />
      {/* Ordinarily there is none. */}
      {(view.isUnseen || (unseen !== null && unseen > 0)) && (
        <FilterSwitch
          name={filter.unseen}
          isOn={view.isUnseen}
          count={unseen}
          onChange={(isUnseen) => change({ isUnseen })}
        />
      )}
    </Filters>
  )
}
