import { Copy, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Address } from '../../../shared/address'
import { addressesText } from '../../../shared/text/window/addresses'
import { listText } from '../../../shared/text/window/list'
import { copyAddress, saveNote } from '../../state/addresses'
import { hideAddresses } from '../../state/hiding'
import { Age } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import { RowButton } from '../../ui/grid/RowButton'
import { LabelChips } from '../list/LabelChips'
import { Marked } from '../list/Marked'
import { NoteCell } from '../list/NoteCell'
import { AddressState } from './AddressState'
import { AddressTrouble } from './AddressTrouble'
import type { DrawnColumn } from './layout'

interface AddressCellsProps {
  readonly address: Address
  readonly columns: readonly DrawnColumn[]
  /** What the list was searched for. */
  readonly words: readonly string[]
  /** The labels that it is filtered by. */
  readonly wantedLabels: readonly string[]
  /** Its controls are stops for Tab. */
  readonly isActive: boolean
  readonly isEdited: boolean
  readonly onEdit: (id: string | null) => void
}

const isTroubled = ({ state }: Address) => state === 'unconfirmed' || state === 'waiting'
/** What can be given to other people: a service holds it, or a file names it. */
export const isCopyable = ({ state }: Address) => state === 'created' || state === 'imported'

/** One address, as the cells of its row. */
export function AddressCells(props: AddressCellsProps) {
  const { columns } = props
  return (
    <>
      {columns.map((column) => cells[column](props))}
      <Below {...props} />
    </>
  )
}

/** What has no room in the row: what needs the user, and where there is no such column, how it stands. */
function Below({ address, columns, isActive }: AddressCellsProps) {
  const { state, hiddenAt } = address
  const isStateShown = columns.includes('state')
  if (isTroubled(address)) {
    return (
      <Cell place="trouble">
        <AddressTrouble address={address} isActive={isActive} />
      </Cell>
    )
  }
  if (isStateShown || (hiddenAt === null && state === 'created')) return null
  return (
    <Cell place="trouble" className="flex items-center gap-3 pb-2">
      {state !== 'created' && <AddressState state={state} />}
      {hiddenAt !== null && (
        <>
          <span className="flex items-center gap-1.5 text-ink-soft">
            <EyeOff className="size-3.5" aria-hidden="true" />
            {addressesText.hiddenHere}
          </span>
          <ShowAgain address={address} isActive={isActive} />
        </>
      )}
    </Cell>
  )
}

const cells: Readonly<Record<DrawnColumn, (props: AddressCellsProps) => ReactNode>> = {
  address: ({ address: { email, state, hiddenAt }, words }) => (
    <Cell
      key="address"
      place="address"
      className={classes(
        'truncate font-mono select-text',
        (state === 'sending' || state === 'waiting' || state === 'unconfirmed' || hiddenAt !== null) &&
          'text-ink-soft',
      )}
    >
      <span title={email}>
        <Marked text={email} words={words} />
      </span>
    </Cell>
  ),
  labels: ({ address: { labels }, words, wantedLabels }) => (
    <Cell key="labels" place="labels">
      {labels.length > 0 && <LabelChips labels={labels} words={words} wanted={wantedLabels} />}
    </Cell>
  ),
  tag: ({ address: { tag }, words }) => (
    <Cell key="tag" place="tag" className="truncate text-ink-soft">
      {tag !== null && (
        <span title={tag}>
          <Marked text={tag} words={words} />
        </span>
      )}
    </Cell>
  ),
  note: ({ address: { id, note, email }, words, isActive, isEdited, onEdit }) => (
    <Cell key="note" place="note">
      <NoteCell
        id={id}
        note={note}
        name={email}
        save={saveNote}
        words={words}
        isActive={isActive}
        isEdited={isEdited}
        onEdit={onEdit}
      />
    </Cell>
  ),
  account: ({ address: { accountName } }) => (
    <Cell key="account" place="account" className="truncate text-ink-soft">
      {accountName !== null && <span title={accountName}>{accountName}</span>}
    </Cell>
  ),
  created: ({ address: { at } }) => (
    <Cell key="created" place="created" className="truncate text-ink-soft">
      <Age at={at} />
    </Cell>
  ),
  state: ({ address, isActive }) => (
    <Cell key="state" place="state" className="truncate">
      {address.hiddenAt !== null ? (
        <ShowAgain address={address} isActive={isActive} />
      ) : (
        !isTroubled(address) && <AddressState state={address.state} />
      )}
    </Cell>
  ),
  copy: ({ address, isActive }) => (
    <Cell key="copy" place="copy">
      {isCopyable(address) && (
        <RowButton
          isActive={isActive}
          label={listText.copyNamed(address.email)}
          className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-pressed hover:text-ink"
          onPress={() => void copyAddress(address.id)}
        >
          <Copy className="size-4" aria-hidden="true" />
        </RowButton>
      )}
    </Cell>
  ),
}

const ShowAgain = ({ address: { id, email }, isActive }: Pick<AddressCellsProps, 'address' | 'isActive'>) => (
  <Button
    size="small"
    className="px-1.5"
    excludeFromTabOrder={!isActive}
    aria-label={addressesText.showAgainNamed(email)}
    onPress={() => void hideAddresses({ ids: [id] }, false)}
  >
    {addressesText.showAgain}
  </Button>
)
