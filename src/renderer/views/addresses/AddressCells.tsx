import { Copy } from 'lucide-react'
import type { Address } from '../../../shared/address'
import { addressesText } from '../../../shared/text/window/addresses'
import { copyAddress } from '../../state/addresses'
import { Age } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { AddressState } from './AddressState'
import { AddressTrouble } from './AddressTrouble'
import { NoteCell } from './NoteCell'

interface AddressCellsProps {
  readonly address: Address
  /** Its controls are stops for Tab. */
  readonly isActive: boolean
  readonly hasAccount: boolean
  readonly isEdited: boolean
  readonly onEdit: (id: string | null) => void
}

/** One address, as the cells of its row. */
export function AddressCells({ address, isActive, hasAccount, isEdited, onEdit }: AddressCellsProps) {
  const { id, email, state, accountName, at } = address
  const isTroubled = state === 'unconfirmed' || state === 'waiting'
  return (
    <>
      <Cell
        place="address"
        className={classes('truncate font-mono select-text', state !== 'created' && 'text-ink-soft')}
      >
        <span title={email}>{email}</span>
      </Cell>
      <Cell place="note">
        <NoteCell address={address} isActive={isActive} isEdited={isEdited} onEdit={onEdit} />
      </Cell>
      <Cell place={isTroubled ? 'trouble' : 'state'} className={isTroubled ? undefined : 'truncate'}>
        {isTroubled ? (
          <AddressTrouble address={address} isActive={isActive} />
        ) : (
          <AddressState state={state} />
        )}
      </Cell>
      {hasAccount && (
        <Cell place="account" className="truncate text-ink-soft">
          <span title={accountName}>{accountName}</span>
        </Cell>
      )}
      <Cell place="age" className="truncate text-ink-soft">
        <Age at={at} />
      </Cell>
      <Cell place="copy">
        {state === 'created' && (
          <Button
            look="quiet"
            size="icon"
            excludeFromTabOrder={!isActive}
            aria-label={addressesText.copyNamed(email)}
            icon={<Copy className="size-4" />}
            onPress={() => void copyAddress(id)}
          />
        )}
      </Cell>
    </>
  )
}
