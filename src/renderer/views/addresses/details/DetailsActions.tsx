import { Eye, EyeOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Address } from '../../../../shared/address'
import { detailsText } from '../../../../shared/text/window/details'
import { hideAddresses } from '../../../state/hiding'
import { Button } from '../../../ui/Button'
import { DeleteDialog } from './DeleteDialog'

interface DetailsActionsProps {
  readonly address: Address
  /** See `useSite`. */
  readonly site: string | undefined
}

/** What can be done with an address from here, and what only LikeDo's website can do. */
export function DetailsActions({ address, site }: DetailsActionsProps) {
  const { id, hiddenAt } = address
  const [isDeleting, setIsDeleting] = useState(false)
  const [isHiding, setIsHiding] = useState(false)
  const isHidden = hiddenAt !== null

  async function hide() {
    setIsHiding(true)
    await hideAddresses({ ids: [id] }, !isHidden)
    setIsHiding(false)
  }

  return (
    <div className="flex flex-col gap-3">
      {isHidden && (
        <p className="flex items-start gap-2 rounded-md border border-line bg-sunken px-3 py-2 text-ink-soft select-text">
          <EyeOff className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {detailsText.hidden}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          isPending={isHiding}
          icon={
            isHidden ? (
              <Eye className="size-4" aria-hidden="true" />
            ) : (
              <EyeOff className="size-4" aria-hidden="true" />
            )
          }
          onPress={() => void hide()}
        >
          {isHidden ? detailsText.show : detailsText.hide}
        </Button>
        <Button
          look="quiet-danger"
          icon={<Trash2 className="size-4" aria-hidden="true" />}
          onPress={() => setIsDeleting(true)}
        >
          {detailsText.remove}
        </Button>
      </div>
      {isDeleting && (
        <DeleteDialog address={address} site={site} onHide={hide} onClose={() => setIsDeleting(false)} />
      )}
    </div>
  )
}
