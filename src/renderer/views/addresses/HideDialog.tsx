import { useState } from 'react'
import { addressesText } from '../../../shared/text/window/addresses'
import { hideAddresses } from '../../state/hiding'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { Question } from './useDeeds'

interface HideDialogProps {
  readonly question: Question
  readonly onClose: () => void
}

/** Many addresses are hidden only after somebody read what that means. */
export function HideDialog({ question: { choice, count }, onClose }: HideDialogProps) {
  const [isHiding, setIsHiding] = useState(false)
  async function hide() {
    if (isHiding) return
    setIsHiding(true)
    await hideAddresses(choice, true)
    onClose()
  }
  return (
    <Dialog
      role="alertdialog"
      title={addressesText.hideTitle(count)}
      onClose={onClose}
      onSubmit={() => void hide()}
      action={
        <Button look="primary" type="submit" isPending={isHiding} autoFocus>
          {addressesText.hideMany(count)}
        </Button>
      }
    >
      <p className="text-pretty">{addressesText.hideMeaning}</p>
    </Dialog>
  )
}
