import { ExternalLink, Eye, EyeOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Address } from '../../../../shared/address'
import { detailsText } from '../../../../shared/text/window/details'
import { accounts } from '../../../state/accounts'
import { openLink } from '../../../state/app'
import { hideOne } from '../../../state/details'
import { Button } from '../../../ui/Button'
import { DeleteDialog } from './DeleteDialog'

/** What can be done with an address from here, and what only LikeDo's website can do. */
export function DetailsActions({ address }: { readonly address: Address }) {
  const { id, hiddenAt, accountId } = address
  const [isDeleting, setIsDeleting] = useState(false)
  const [isHiding, setIsHiding] = useState(false)
  // The website of an account that is no longer connected cannot be told from here.
  const isConnected = accounts.use(({ data }) => data?.some((account) => account.id === accountId) ?? false)
  const site = isConnected && accountId !== null ? accountId : undefined
  const isHidden = hiddenAt !== null

  async function hide() {
    setIsHiding(true)
    await hideOne(id, !isHidden)
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
          icon={<ExternalLink className="size-4" aria-hidden="true" />}
          onPress={() => void openLink('likedo', site)}
        >
          {detailsText.readMail}
        </Button>
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
