import type { BackupPreview } from '../../../shared/backup'
import { call } from '../../bridge'
import { RestoreNumbers } from './RestoreNumbers'

interface RestoreCopyDialogProps {
  readonly preview: BackupPreview
  readonly onClose: () => void
}

/** "Restore a local copy": what it would bring. */
export const RestoreCopyDialog = ({ preview, onClose }: RestoreCopyDialogProps) => (
  <RestoreNumbers
    source="copy"
    preview={preview}
    onClose={() => {
      void call('backup.close', { file: preview.file })
      onClose()
    }}
  />
)
