import { useState } from 'react'
import { savedViewsText } from '../../../shared/text/window/fleetList'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'

/** As many characters as main takes. */
const LONGEST_NAME = 60

interface SaveViewDialogProps {
  readonly title?: string
  /** What is kept under the name. */
  readonly lead?: string
  /** Those that exist already. */
  readonly names: readonly string[]
  readonly onSave: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for the name of a view. */
export function SaveViewDialog({ names, onSave, onClose, ...words }: SaveViewDialogProps) {
  const [name, setName] = useState('')
  const [isTried, setIsTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const wanted = name.trim()
  const complaint = wanted === '' ? savedViewsText.nameEmpty : null

  async function save() {
    setIsTried(true)
    if (complaint !== null || isSaving) return
    setIsSaving(true)
    const isKept = await onSave(wanted)
    setIsSaving(false)
    // What could not be kept can be tried again.
    if (isKept) onClose()
  }

  return (
    <Dialog
      title={words.title ?? savedViewsText.saveTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button look="primary" type="submit" isPending={isSaving}>
          {savedViewsText.action}
        </Button>
      }
    >
      <p className="text-pretty">{words.lead ?? savedViewsText.saveLead}</p>
      <TextField
        label={savedViewsText.name}
        value={name}
        onChange={setName}
        complaint={complaint}
        isTried={isTried}
        maxLength={LONGEST_NAME}
        autoFocus
        {...(names.includes(wanted) ? { hint: savedViewsText.replaces(wanted) } : {})}
      />
    </Dialog>
  )
}
