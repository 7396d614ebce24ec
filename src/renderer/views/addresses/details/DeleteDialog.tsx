import { Copy, ExternalLink } from 'lucide-react'
import type { Address } from '../../../../shared/address'
import { commonText } from '../../../../shared/text/window/common'
import { detailsText } from '../../../../shared/text/window/details'
import { copyAddress } from '../../../state/addresses'
import { openLink } from '../../../state/app'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'

interface DeleteDialogProps {
  readonly address: Address
  /** The account at whose server the address is; undefined: LikeDo's own website. */
  readonly site: string | undefined
  readonly onHide: () => Promise<void>
  readonly onClose: () => void
}

/** Says that nothing can be deleted from here, and where it can. It stays open meanwhile, to hide the address afterwards. */
export function DeleteDialog({ address, site, onHide, onClose }: DeleteDialogProps) {
  const { id, email, hiddenAt } = address
  const steps = hiddenAt === null ? detailsText.deleteSteps : detailsText.deleteHiddenSteps
  const open = () => void openLink('likedo', site)
  return (
    <Dialog
      title={detailsText.deleteTitle(email)}
      closeLabel={commonText.close}
      onClose={onClose}
      onSubmit={open}
      action={
        <>
          {hiddenAt === null && (
            <Button
              onPress={() => {
                onClose()
                void onHide()
              }}
            >
              {detailsText.hide}
            </Button>
          )}
          <Button look="primary" type="submit" icon={<ExternalLink className="size-4" aria-hidden="true" />}>
            {detailsText.deleteOpen}
          </Button>
        </>
      }
    >
      <p className="text-pretty select-text">{detailsText.deleteMeaning}</p>
      <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-pretty select-text">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div>
        <Button
          size="small"
          icon={<Copy className="size-3.5" aria-hidden="true" />}
          onPress={() => void copyAddress(id)}
        >
          {detailsText.deleteCopy}
        </Button>
      </div>
    </Dialog>
  )
}
