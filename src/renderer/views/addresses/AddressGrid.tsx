import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { monthTitle } from '../../../shared/text/window/time'
import { accounts } from '../../state/accounts'
import { addresses, findAddress, type ListedAddress } from '../../state/addresses'
import { meetShown, usePlace } from '../../state/app'
import { followDetails, openDetails } from '../../state/details'
import { selection } from '../../state/selection'
import { settings } from '../../state/settings'
import { sortAddresses, useView } from '../../state/view'
import { sortAfterPress } from '../../ui/grid/columns'
import { useWidth } from '../../ui/useWidth'
import { ListGrid } from '../list/ListGrid'
import { searchedWords } from '../list/marks'
import { AddressCells } from './AddressCells'
import { type DrawnColumn, layOutRow } from './layout'
import { shownColumns } from './shownColumns'

const noLabels: readonly string[] = []
const onOpen = ({ id }: ListedAddress) => openDetails(id)
const headingOf = ({ startsMonth, at }: ListedAddress) => (startsMonth ? monthTitle(at) : null)
/** Words are sorted from A, moments from the newest. */
const onSort = (by: DrawnColumn) => {
  if (by !== 'copy') sortAddresses(sortAfterPress(useView.getState().sort, by, by === 'created'))
}
const extraHeight = ({ state, startsMonth }: ListedAddress) =>
  (state === 'unconfirmed' || state === 'waiting' ? 35 : 0) + (startsMonth ? 32 : 0)

interface AddressGridProps {
  /** A key on an address that neither moves nor chooses. True: it was used. */
  readonly onAddressKey: (address: ListedAddress, event: KeyboardEvent, edit: () => void) => boolean
}

/** The grid "Addresses". */
export function AddressGrid({ onAddressKey }: AddressGridProps) {
  const answer = addresses.use((state) => state.answer)
  const sort = useView((view) => view.sort)
  const kept = settings.use(({ data }) => data)
  const hasManyAccounts = accounts.use(({ data }) => data !== null && data.length > 1)
  const shown = usePlace((place) => place.shown)
  const wanted = useMemo(() => (shown === null ? null : { id: shown.addressId }), [shown])
  const [editedId, setEditedId] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)

  const layout = useMemo(
    () => layOutRow(shownColumns(kept, hasManyAccounts), width ?? 1000),
    [kept, hasManyAccounts, width],
  )
  const search = answer?.view.search ?? ''
  const words = useMemo(() => searchedWords(search), [search])
  const wantedLabels = answer?.view.labels ?? noLabels

  const renderRow = useCallback(
    (address: ListedAddress, isActive: boolean) => (
      <AddressCells
        address={address}
        columns={layout.columns}
        words={words}
        wantedLabels={wantedLabels}
        isActive={isActive}
        isEdited={address.id === editedId}
        onEdit={setEditedId}
      />
    ),
    [layout, words, wantedLabels, editedId],
  )

  return (
    <ListGrid
      place={place}
      label={addressesText.title}
      pages={addresses}
      list={answer?.view}
      layout={layout}
      titles={addressesText.columns}
      control="copy"
      sort={sort}
      onSort={onSort}
      rowClass="address-cells"
      extraHeight={extraHeight}
      renderRow={renderRow}
      headingOf={headingOf}
      selection={selection}
      onOpen={onOpen}
      onActive={followDetails}
      onRowKey={(address, event) => onAddressKey(address, event, () => setEditedId(address.id))}
      find={findAddress}
      shown={wanted}
      onShown={meetShown}
    />
  )
}
