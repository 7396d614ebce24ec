import { Plus } from 'lucide-react'
import { addressesText } from '../../../shared/text/window/addresses'
import { openDialog } from '../../state/app'
import { createAddress, useCreations } from '../../state/creations'
import { Button } from '../../ui/Button'
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
      <Button className="mr-2" onPress={() => openDialog({ kind: 'new-address-with', wish: {} })}>
        {addressesText.newAddressWith}
      </Button>
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
