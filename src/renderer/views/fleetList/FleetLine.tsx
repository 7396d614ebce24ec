import { Copy, FileOutput } from 'lucide-react'
import type { ReactNode } from 'react'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { listText } from '../../../shared/text/window/list'
import { fleet } from '../../state/fleet'
import type { FleetList } from '../../state/list/fleetList'
import { Button } from '../../ui/Button'
import { Spinner } from '../../ui/Spinner'
import { fromSearch } from '../list/NothingMatches'
import { SelectionBar } from '../list/SelectionBar'
import { SelectionButton } from '../list/SelectionButton'

interface FleetLineProps<Row, Filters, Sort, Counts, About> {
  readonly list: FleetList<Row, Filters, Sort, Counts, About>
  readonly onCopy: () => void
  /** Without it the export stands among what else can be done. */
  readonly onExport?: (() => void) | undefined
  /** What else can be done with what is selected. */
  readonly selectedDeeds?: ReactNode
}

/** How much a list shows of what there is, what is being written to a file, and what is selected. */
export function FleetLine<Row, Filters, Sort, Counts, About>({
  list,
  onCopy,
  onExport,
  selectedDeeds,
}: FleetLineProps<Row, Filters, Sort, Counts, About>) {
  const answer = list.pages.use((state) => state.answer)
  const total = list.pages.use((state) => state.total)
  const everything = list.facets.use((state) => state.everything)
  const selected = list.selection.use(({ places }) => places.size)
  const exporting = list.exporting.use(({ now }) => now)
  const isReading = fleet.use(
    ({ data }) => data?.parts.some(({ noun, state }) => noun === list.name && state === 'reading') === true,
  )
  if (answer === null || total === null) return null
  const isNarrowed = list.isFiltered(answer.view)
  const all = isNarrowed ? (everything ?? total) : total
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1 text-sm text-ink-soft">
      {/* While rows come in, the count goes on with every page. */}
      <span aria-live={isReading ? 'off' : 'polite'}>{list.text.shownOf(total, all)}</span>
      {isNarrowed && (
        <Button look="link" size="text" className="text-sm" onPress={fromSearch(list.view.clear)}>
          {listText.clearFilters}
        </Button>
      )}
      {exporting !== null && (
        <span className="flex items-center gap-1.5">
          <Spinner />
          {exporting.progress === null
            ? fleetListText.exportChoosing
            : fleetListText.exporting(exporting.progress.done, exporting.progress.total)}
        </span>
      )}
      {selected > 0 ? (
        <SelectionBar count={selected} onClear={list.selection.chooseNone}>
          <SelectionButton icon={Copy} onPress={onCopy}>
            {listText.copy}
          </SelectionButton>
          {onExport !== undefined && (
            <SelectionButton icon={FileOutput} isDisabled={exporting !== null} onPress={onExport}>
              {fleetListText.export}
            </SelectionButton>
          )}
          {selectedDeeds}
        </SelectionBar>
      ) : (
        total > 0 && (
          <SelectionButton
            icon={FileOutput}
            className="ml-auto"
            isDisabled={exporting !== null}
            onPress={() => void list.exporting.start({ view: list.view.use.getState() })}
          >
            {fleetListText.exportView}
          </SelectionButton>
        )
      )}
    </div>
  )
}
