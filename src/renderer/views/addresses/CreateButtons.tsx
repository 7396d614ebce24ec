import { ChevronDown, ListPlus, Plus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { addressesText } from '../../../shared/text/window/addresses'
import { batchesText } from '../../../shared/text/window/batches'
import { openDialog } from '../../state/app'
import { createAddress, useCreations } from '../../state/creations'
import { Button } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { Spinner } from '../../ui/Spinner'

/** "New address": one address a press, however many are under way. */
export function CreateButtons() {
  const inLine = useCreations((state) => state.inLine)
  return (
    <div className="flex flex-wrap items-center">
      <span className="flex items-center gap-2 text-sm text-ink-soft not-empty:mr-1" aria-live="polite">
        {inLine > 0 && (
          <>
            <Spinner />
            {inLine === 1 ? addressesText.creating : addressesText.creatingMany(inLine)}
          </>
        )}
      </span>
      <Button className="rounded-r-none" onPress={() => openDialog({ kind: 'new-address-with', wish: {} })}>
        {addressesText.newAddressWith}
      </Button>
      <MenuTrigger>
        <Button
          size="icon"
          className="-ml-px mr-2 h-7.5 rounded-l-none"
          aria-label={batchesText.menu}
          icon={<ChevronDown className="size-4" aria-hidden="true" />}
        />
        <Menu label={batchesText.menu} placement="bottom end">
          <MenuItem
            icon={<ListPlus className="size-4" />}
            hint={batchesText.openHint}
            onAction={() => openDialog({ kind: 'new-addresses-from-list' })}
          >
            {batchesText.open}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <Button
        look="primary"
        icon={<Plus className="size-4" aria-hidden="true" />}
        onClick={(event) => {
          // The second click of a double click is the same press.
          if (event.detail < 2) void createAddress({ wish: {}, via: 'window' })
        }}
      >
        {addressesText.newAddress}
      </Button>
    </div>
  )
}
