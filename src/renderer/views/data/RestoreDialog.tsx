import { useRef, useState } from 'react'
import type { BackupPreview } from '../../../shared/backup'
import type { AppError } from '../../../shared/errors'
import { backupText, restoreText as text } from '../../../shared/text/window/data'
import { call } from '../../bridge'
import type { OpenedBackup } from '../../state/app'
import { chooseBackup } from '../../state/data'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { SecretField } from '../../ui/SecretField'
import { RestoreNumbers } from './RestoreNumbers'
import { useForgotten } from './useForgotten'

interface RestoreDialogProps {
  readonly opened: OpenedBackup
  readonly onClose: () => void
}

/** "Restore a backup": its passphrase, then what it would bring. Closing forgets the file. */
export function RestoreDialog({ opened, onClose }: RestoreDialogProps) {
  const [preview, setPreview] = useState<BackupPreview | null>(null)
  const leave = () => {
    void call('backup.close', { file: opened.file })
    onClose()
  }
  const chooseFile = () => {
    leave()
    void chooseBackup()
  }
  return preview === null ? (
    <Passphrase opened={opened} onClose={leave} onOpened={setPreview} chooseFile={chooseFile} />
  ) : (
    <RestoreNumbers source="backup" preview={preview} onClose={leave} chooseFile={chooseFile} />
  )
}

interface PassphraseProps extends RestoreDialogProps {
  readonly onOpened: (preview: BackupPreview) => void
  readonly chooseFile: () => void
}

function Passphrase({ opened, onClose, onOpened, chooseFile }: PassphraseProps) {
  const field = useRef<HTMLInputElement>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isOpening, setIsOpening] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  useForgotten(field)

  async function open() {
    if (isOpening) return
    const passphrase = field.current?.value ?? ''
    setComplaint(passphrase === '' ? text.empty : null)
    if (passphrase === '') return
    // No backup was ever made with fewer: the file need not be asked.
    if (passphrase.length < 8) {
      setError({ kind: 'backup', problem: 'wrong-passphrase' })
      return
    }
    setIsOpening(true)
    setError(null)
    const preview = await call('backup.preview', { file: opened.file, passphrase })
    setIsOpening(false)
    if (preview.ok) onOpened(preview.value)
    else setError(preview.error)
  }

  const tryAnother = () => {
    setError(null)
    field.current?.focus()
    field.current?.select()
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => void open()}
      action={
        <Button look="primary" type="submit" isPending={isOpening}>
          {isOpening ? text.opening : text.open}
        </Button>
      }
    >
      {error !== null && <Problem error={error} context={{ redo: tryAnother, chooseFile }} />}
      <p className="wrap-anywhere text-ink-soft">{text.lead(opened.fileName, opened.bytes)}</p>
      <SecretField
        label={backupText.passphrase}
        showLabel={backupText.show}
        hideLabel={backupText.hide}
        inputRef={field}
        complaint={complaint}
        onEdit={() => setComplaint(null)}
        hint={text.passphraseHint}
      />
    </Dialog>
  )
}
