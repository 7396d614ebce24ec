import { useState } from 'react'
import { detailsText } from '../../../../shared/text/window/details'
import { allLabels, renameLabel } from '../../../state/labels'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/TextField'
import { isSameLabel } from '../../list/sameLabel'
import { LONGEST_LABEL } from './labelChoices'

interface RenameLabelDialogProps {
  readonly name: string
  readonly onClose: () => void
}

/** Gives a label another name everywhere; one that exists already takes its addresses over. */
export function RenameLabelDialog({ name, onClose }: RenameLabelDialogProps) {
  const [typed, setTyped] = useState(name)
  const [isTried, setIsTried] = useState(false)
  const [isRenaming, setIsRenaming] = useState(false)
  const wanted = typed.trim()
  const other = allLabels.use(({ data }) =>
    data?.find((label) => isSameLabel(label.name, wanted) && !isSameLabel(label.name, name)),
  )
  const complaint =
    wanted === '' ? detailsText.renameEmpty : wanted.length > LONGEST_LABEL ? detailsText.renameLong : null

  async function rename() {
    setIsTried(true)
    if (complaint !== null || isRenaming) return
    if (wanted === name) return onClose()
    setIsRenaming(true)
    const isKept = await renameLabel(name, wanted)
    setIsRenaming(false)
    if (isKept) onClose()
  }

  return (
    <Dialog
      title={detailsText.renameTitle(name)}
      onClose={onClose}
      onSubmit={() => void rename()}
      action={
        <Button look="primary" type="submit" isPending={isRenaming}>
          {detailsText.rename}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{detailsText.renameLead}</p>
      <TextField
        label={detailsText.renameField}
        autoFocus
        value={typed}
        onChange={setTyped}
        complaint={complaint}
        isTried={isTried}
        maxLength={200}
        hint={other === undefined ? undefined : detailsText.renameMerge(other.name)}
      />
    </Dialog>
  )
}
