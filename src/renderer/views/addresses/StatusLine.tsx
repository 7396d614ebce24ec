import { lazy, Suspense } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { listText } from '../../../shared/text/window/list'
import { addresses } from '../../state/addresses'
import { useFacets } from '../../state/facets'
import { useSelection } from '../../state/selection'
import { changeView, clearFilters, isFiltered } from '../../state/view'
import { Button } from '../../ui/Button'
import { fromSearch } from '../list/NothingMatches'
import type { SelectionBarProps } from './SelectionBar'

const SelectionBar = lazy(() =>
  import('./SelectionBar').then(({ SelectionBar }) => ({ default: SelectionBar })),
)

/** How much the list shows of what there is, what is hidden of it, and what is selected. */
export function StatusLine(props: Omit<SelectionBarProps, 'count'>) {
  const answer = addresses.use((state) => state.answer)
  const total = addresses.use((state) => state.total)
  const everything = useFacets((state) => state.everything)
  const selected = useSelection(({ places }) => places.size)
  if (answer === null || total === null) return null
  const { view, hiddenMatches } = answer
  const isNarrowed = isFiltered(view)
  const isHiddenTold = view.hidden === 'left-out' && hiddenMatches > 0 && (isNarrowed || total === 0)
  const all = isNarrowed && view.hidden === 'left-out' ? (everything ?? total) : total
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1 text-sm text-ink-soft">
      <span role="status" aria-live="polite">
        {total === 0 && isHiddenTold ? addressesText.noneShown : addressesText.shownOf(total, all)}
        {isHiddenTold && `${total === 0 ? '' : '.'} ${addressesText.hiddenMatches(hiddenMatches)}`}
      </span>
      {isHiddenTold && (
        <Button
          look="link"
          size="text"
          className="text-sm"
          onPress={fromSearch(() => changeView({ hidden: 'shown' }))}
        >
          {addressesText.showHidden}
        </Button>
      )}
      {isNarrowed && (
        <Button look="link" size="text" className="text-sm" onPress={fromSearch(clearFilters)}>
          {listText.clearFilters}
        </Button>
      )}
      {selected > 0 && (
        <Suspense>
          <SelectionBar count={selected} {...props} />
        </Suspense>
      )}
    </div>
  )
}
