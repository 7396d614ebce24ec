import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { monthTitle } from '../../../shared/text/window/time'
import { accounts } from '../../state/accounts'
import { addresses, findAddress, type ListedAddress } from '../../state/addresses'
import { meetShown, usePlace } from '../../state/app'
import { followDetails, openDetails } from '../../state/details'
import { choose, chooseAll, chooseNone, useSelection } from '../../state/selection'
import { settings } from '../../state/settings'
import { sortAddresses, useView } from '../../state/view'
import { classes } from '../../ui/classes'
import { sortAfterPress } from '../../ui/grid/columns'
import { Grid } from '../../ui/grid/Grid'
import type { GridSelection } from '../../ui/grid/selection'
import { useFocusLeaves } from '../../ui/useFocusLeaves'
import { useWidth } from '../../ui/useWidth'
import { AddressCells } from './AddressCells'
import { type DrawnColumn, layOutRow } from './layout'
import { searchedWords } from './marks'
import { searchPlace } from './places'
import { shownColumns } from './shownColumns'

const noLabels: readonly string[] = []
const onLook = (first: number, last: number) => void addresses.look(first, last)
const onOpen = ({ id }: ListedAddress) => openDetails(id)
const headingOf = ({ startsMonth, at }: ListedAddress) => (startsMonth ? monthTitle(at) : null)
/** Words are sorted from A, moments from the newest. */
const onSort = (by: DrawnColumn) => {
  if (by !== 'copy') sortAddresses(sortAfterPress(useView.getState().sort, by, by === 'created'))
}

interface AddressGridProps {
  /** A key on an address that neither moves nor chooses. True: it was used. */
  readonly onAddressKey: (address: ListedAddress, event: KeyboardEvent, edit: () => void) => boolean
}

/** The grid "Addresses". */
export function AddressGrid({ onAddressKey }: AddressGridProps) {
  const { rows, offset, total, answer } = addresses.use()
  const sort = useView((view) => view.sort)
  const kept = settings.use(({ data }) => data)
  const hasManyAccounts = accounts.use(({ data }) => data !== null && data.length > 1)
  const shown = usePlace((place) => place.shown)
  const wanted = useMemo(() => (shown === null ? null : { id: shown.addressId }), [shown])
  const chosen = useSelection()
  const [editedId, setEditedId] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  // The last row is gone: another search is what comes next.
  useFocusLeaves(place, searchPlace)

  const layout = useMemo(
    () => layOutRow(shownColumns(kept, hasManyAccounts), width ?? 1000),
    [kept, hasManyAccounts, width],
  )
  const columns = useMemo(
    () =>
      layout.columns.map((id) => ({
        id,
        title: addressesText.columns[id],
        isSortable: id !== 'copy',
        isTitleHidden: id === 'copy',
      })),
    [layout],
  )
  const search = answer?.view.search ?? ''
  const words = useMemo(() => searchedWords(search), [search])
  const wantedLabels = answer?.view.labels ?? noLabels
  const isCompact = kept?.density === 'compact'

  const selection = useMemo<GridSelection>(
    () => ({
      count: chosen.places.size,
      has: (id) => chosen.places.has(id),
      choose,
      chooseAll: () => void chooseAll(),
      chooseNone,
    }),
    [chosen],
  )

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

  const rowHeight = layout.isStacked ? 58 : isCompact ? 33 : 41
  const estimate = (row: ListedAddress | undefined) => {
    const trouble = row?.state === 'unconfirmed' || row?.state === 'waiting' ? 35 : 0
    return rowHeight + trouble + (row?.startsMonth === true ? 32 : 0)
  }

  return (
    <div ref={place} className="h-full">
      <Grid
        label={addressesText.title}
        rows={rows}
        offset={offset}
        total={total ?? 0}
        list={answer?.view}
        columns={columns}
        sort={sort}
        onSort={onSort}
        rowClass={classes('address-cells', isCompact && 'is-compact', layout.isStacked && 'is-stacked')}
        rowStyle={layout.style}
        estimate={estimate}
        renderRow={renderRow}
        headingOf={headingOf}
        onLook={onLook}
        selection={selection}
        onOpen={onOpen}
        onActive={followDetails}
        onRowKey={(address, event) => onAddressKey(address, event, () => setEditedId(address.id))}
        find={findAddress}
        shown={wanted}
        onShown={meetShown}
      />
    </div>
  )
}
