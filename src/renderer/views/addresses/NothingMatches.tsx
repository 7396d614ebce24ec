import { SearchX } from 'lucide-react'
import { addressesText } from '../../../shared/text/window/addresses'
import { monthText } from '../../../shared/text/window/time'
import { addresses } from '../../state/addresses'
import { useFacets } from '../../state/facets'
import { changeView, clearFilters } from '../../state/view'
import { Button } from '../../ui/Button'
import { Message } from '../../ui/Message'
import { searchPlace } from './places'

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
  const then = (act: () => void) => () => {
    searchPlace()?.focus()
    act()
  }
  return (
    <Message
      icon={<SearchX className="size-5" aria-hidden="true" />}
      title={narrowed.length === 0 ? addressesText.allHidden : addressesText.nothingMatches}
      actions={
        <>
          {hiddenMatches > 0 && view.hidden === 'left-out' && (
            <Button onPress={then(() => changeView({ hidden: 'shown' }))}>
              {addressesText.showHiddenToo}
            </Button>
          )}
          {narrowed.length > 0 && <Button onPress={then(clearFilters)}>{addressesText.clearFilters}</Button>}
        </>
      }
    >
      {narrowed.length > 0 && <span className="wrap-anywhere">{narrowed.join(' · ')}</span>}
    </Message>
  )
}
