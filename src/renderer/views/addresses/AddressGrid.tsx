import { type KeyboardEvent, useCallback, useState } from 'react'
import type { Address } from '../../../shared/address'
import { addressesText } from '../../../shared/text/window/addresses'
import { accounts } from '../../state/accounts'
import { addresses, copyAddress } from '../../state/addresses'
import { usePlace } from '../../state/app'
import { classes } from '../../ui/classes'
import { Title } from '../../ui/grid/Cell'
import { Grid } from '../../ui/grid/Grid'
import { AddressCells } from './AddressCells'

const { columns } = addressesText
const titles = ['address', 'note', 'state', 'account', 'age'] as const

const onReach = (index: number) => void addresses.reach(index)
const copy = ({ id, state }: Address) => {
  if (state === 'created') void copyAddress(id)
}
const estimate = (row: Address | undefined) =>
  row?.state === 'unconfirmed' || row?.state === 'waiting' ? 76 : 41

/** The grid "Addresses": newest first. */
export function AddressGrid() {
  const rows = addresses.use((state) => state.rows)
  const total = addresses.use((state) => state.total)
  const hasManyAccounts = accounts.use(({ data }) => data !== null && data.length > 1)
  const shown = usePlace((place) => place.shown)
  const [editedId, setEditedId] = useState<string | null>(null)

  const renderRow = useCallback(
    (address: Address, isActive: boolean) => (
      <AddressCells
        address={address}
        isActive={isActive}
        hasAccount={hasManyAccounts}
        isEdited={address.id === editedId}
        onEdit={setEditedId}
      />
    ),
    [hasManyAccounts, editedId],
  )

  function onRowKey(address: Address, event: KeyboardEvent): boolean {
    if (event.key === 'F2' || (event.key === 'n' && !event.ctrlKey && !event.shiftKey))
      setEditedId(address.id)
    else if (event.key === 'Enter' || (event.key === 'c' && event.ctrlKey)) copy(address)
    else return false
    return true
  }

  const rowClass = classes('address-cells', hasManyAccounts && 'has-account')
  return (
    <Grid
      label={addressesText.title}
      rows={rows}
      total={total ?? 0}
      rowClass={rowClass}
      estimate={estimate}
      renderRow={renderRow}
      onReach={onReach}
      onRowKey={onRowKey}
      shown={shown === null ? null : { id: shown.addressId }}
      header={
        <>
          {titles.map(
            (title) =>
              (title !== 'account' || hasManyAccounts) && (
                <Title key={title} place={title}>
                  {columns[title]}
                </Title>
              ),
          )}
          <Title place="copy">
            <span className="sr-only">{columns.copy}</span>
          </Title>
        </>
      }
    />
  )
}
