import type { AddressFacets, AddressView } from '../../../shared/addressView'
import { addressesText } from '../../../shared/text/window/addresses'
import { monthText } from '../../../shared/text/window/time'
import { accounts as allAccounts } from '../../state/accounts'
import { refreshFacets, useFacets } from '../../state/facets'
import { useBesideSearch } from '../../state/list/view'
import { changeView, useView } from '../../state/view'
import { emptyFilter, Filter, FilterSwitch, Filters } from '../list/Filter'

/** Nothing to choose from yet: the bar keeps its place. */
const unread: AddressFacets = { labels: [], accounts: [], months: [], hidden: 0, withoutNote: 0 }
const { filter, hiddenChoices } = addressesText
const HIDDEN = ['left-out', 'only', 'shown'] as const satisfies readonly AddressView['hidden'][]

const onOpen = () => void refreshFacets()

/** What the list is narrowed down to, each with how many addresses it would show. */
export function FilterBar() {
  const view = useBesideSearch(useView)
  const hasManyAccounts = allAccounts.use(({ data }) => data !== null && data.length > 1)
  const { facets, error } = useFacets()
  const { labels, accounts, months, hidden, withoutNote } = facets ?? unread
  const filled = { empty: emptyFilter(facets !== null, error), onOpen }
  return (
    <Filters>
      <Filter
        name={filter.label}
        chosen={view.labels}
        choices={labels.map(({ name, count }) => ({ id: name, text: name, count }))}
        isMultiple
        {...filled}
        onChange={(chosen) => changeView({ labels: [...chosen] })}
      />
      {(hasManyAccounts || view.accountIds.length > 0) && (
        <Filter
          name={filter.account}
          chosen={view.accountIds}
          choices={accounts.map(({ id, name, count }) => ({ id, text: name, count }))}
          isMultiple
          {...filled}
          onChange={(chosen) => changeView({ accountIds: [...chosen] })}
        />
      )}
      <Filter
        name={filter.month}
        chosen={view.month === null ? [] : [view.month]}
        choices={months.map(({ month, count }) => ({ id: month, text: monthText(month), count }))}
        {...filled}
        onChange={([chosen = null]) => changeView({ month: chosen })}
      />
      <Filter
        name={filter.hidden}
        chosen={view.hidden === 'left-out' ? [] : [view.hidden]}
        choices={HIDDEN.map((id) => ({
          id,
          text: hiddenChoices[id],
          ...(id === 'only' && facets !== null ? { count: hidden } : {}),
        }))}
        {...filled}
        onChange={([chosen = 'left-out']) =>
          changeView({ hidden: HIDDEN.find((each) => each === chosen) ?? 'left-out' })
        }
      />
      <FilterSwitch
        name={filter.isWithoutNote}
        isOn={view.isWithoutNote}
        count={facets === null ? null : withoutNote}
        onChange={(isWithoutNote) => changeView({ isWithoutNote })}
      />
    </Filters>
  )
}
