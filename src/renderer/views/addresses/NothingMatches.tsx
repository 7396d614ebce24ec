import { addressesText } from '../../../shared/text/window/addresses'
import { listText } from '../../../shared/text/window/list'
import { monthText } from '../../../shared/text/window/time'
import { addresses } from '../../state/addresses'
import { useFacets } from '../../state/facets'
import { changeView, clearFilters } from '../../state/view'
import { Button } from '../../ui/Button'
import { fromSearch, NothingMatches as NothingListed } from '../list/NothingMatches'

/** Nothing is left by what the list is narrowed down to: says what that is, and takes it back. */
export function NothingMatches() {
  const answer = addresses.use((state) => state.answer)
  const accounts = useFacets(({ facets }) => facets?.accounts)
  if (answer === null) return null
  const { view, hiddenMatches } = answer
  const { filter } = addressesText
  const narrowed = [
    view.search.trim() === '' ? null : `“${view.search.trim()}”`,
    view.labels.length === 0 ? null : `${filter.label}: ${view.labels.join(', ')}`,
    view.accountIds.length === 0
      ? null
      : `${filter.account}: ${view.accountIds.map((id) => accounts?.find((each) => each.id === id)?.name ?? id).join(', ')}`,
    view.month === null ? null : `${filter.month}: ${monthText(view.month)}`,
    view.hidden === 'only' ? addressesText.hiddenChoices.only : null,
    view.isWithoutNote ? filter.isWithoutNote : null,
  ].filter((each) => each !== null)
  return (
    <NothingListed
      title={narrowed.length === 0 ? addressesText.allHidden : addressesText.nothingMatches}
      narrowed={narrowed}
      actions={
        <>
          {hiddenMatches > 0 && view.hidden === 'left-out' && (
            <Button onPress={fromSearch(() => changeView({ hidden: 'shown' }))}>
              {addressesText.showHiddenToo}
            </Button>
          )}
          {narrowed.length > 0 && <Button onPress={fromSearch(clearFilters)}>{listText.clearFilters}</Button>}
        </>
      }
    />
  )
}
