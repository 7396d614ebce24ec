import { useState } from 'react'
import type { AppError } from '../../../shared/errors'
import { commonText } from '../../../shared/text/window/common'
import { removeKeysText as text } from '../../../shared/text/window/data'
import { call } from '../../bridge'
import { accounts } from '../../state/accounts'
import { showDone } from '../../state/notices'
import { Alarm } from '../../ui/Alarm'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'

/** "Remove all keys from this computer": says what that means, and what could not be removed. */
export function RemoveKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [isRemoving, setIsRemoving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [left, setLeft] = useState(0)

  async function remove() {
    if (isRemoving) return
    setIsRemoving(true)
    setError(null)
    setLeft(0)
    const result = await call('data.removeKeys', {})
    setIsRemoving(false)
    await accounts.refresh()
    if (!result.ok) {
      setError(result.error)
    } else if (result.value.left > 0) {
      setLeft(result.value.left)
    } else {
      showDone(text.done(result.value.removed))
      onClose()
    }
  }

  return (
    <Dialog
      role="alertdialog"
      title={text.title}
      onClose={onClose}
      onSubmit={() => void remove()}
      action={
        <Button look="danger" type="submit" isPending={isRemoving}>
          {isRemoving ? text.doing : left > 0 ? commonText.tryAgain : text.action}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void remove() }} />}
      {left > 0 && <Alarm words={`${text.left(left)}.`} advice={text.leftAdvice} />}
      <p className="text-pretty">{text.lead}</p>
      <p className="text-pretty">{text.stays}</p>
      <p className="text-pretty text-ink-soft">{text.atLikeDo}</p>
    </Dialog>
  )
}
