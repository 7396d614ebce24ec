import { useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors'
import { backupText as text } from '../../../shared/text/window/data'
import { call } from '../../bridge'
import { passphraseComplaint } from '../../fields/complaints'
import { showDone } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { SecretField } from '../../ui/SecretField'
import { useForgotten } from './useForgotten'

/** "Back up": everything but keys into one file that only the passphrase opens. */
export function BackupDialog({ onClose }: { readonly onClose: () => void }) {
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [length, setLength] = useState(0)
  const [complaints, setComplaints] = useState<{ first: string | null; second: string | null }>(none)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  useForgotten(first)
  useForgotten(second)

  async function save() {
    const passphrase = first.current?.value ?? ''
    const reason = passphraseComplaint(passphrase)
    const isSame = passphrase === second.current?.value
    setComplaints({
      first: reason === null ? null : text[reason],
      second: reason === null && !isSame ? text.differs : null,
    })
    if (reason !== null) first.current?.focus()
    else if (!isSame) second.current?.focus()
    if (isSaving || reason !== null || !isSame) return
    setIsSaving(true)
    setError(null)
    const saved = await call('backup.save', { passphrase })
    setIsSaving(false)
    if (!saved.ok) {
      setError(saved.error)
    } else if (saved.value !== null) {
      const { count, fileName, bytes } = saved.value
      showDone(text.done(count, fileName, bytes))
      onClose()
    }
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => void save()}
      action={
        <Button look="primary" type="submit" isPending={isSaving}>
          {isSaving ? text.doing : text.action}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: () => void save() }} />}
      <p className="text-pretty text-ink-soft">{text.lead}</p>
      <SecretField
        label={text.passphrase}
        showLabel={text.show}
        hideLabel={text.hide}
        inputRef={first}
        complaint={complaints.first}
        onEdit={() => {
          setLength([...(first.current?.value ?? '')].length)
          setComplaints(none)
        }}
        hint={text.strength(length)}
      />
      <SecretField
        label={text.again}
        showLabel={text.showAgain}
        hideLabel={text.hideAgain}
        inputRef={second}
        complaint={complaints.second}
        onEdit={() => setComplaints(none)}
        hint={text.lost}
        hasFocus={false}
      />
    </Dialog>
  )
}

const none = { first: null, second: null }
