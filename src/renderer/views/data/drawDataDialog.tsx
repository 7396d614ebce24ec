import type { ReactNode } from 'react'
import type { DataDialog } from '../../state/app'
import { BackupDialog } from './BackupDialog'
import { DeleteEverythingDialog } from './DeleteEverythingDialog'
import { DiagnosticsDialog } from './DiagnosticsDialog'
import { ExportDialog } from './ExportDialog'
import { ImportDialog } from './ImportDialog'
import { RemoveKeysDialog } from './RemoveKeysDialog'
import { RestoreCopyDialog } from './RestoreCopyDialog'
import { RestoreDialog } from './RestoreDialog'

/** The dialog for something that is done with files or with all of the data. */
export function drawDataDialog(dialog: DataDialog, onClose: () => void): ReactNode {
  switch (dialog.kind) {
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'import':
      return <ImportDialog key={dialog.preview.file} opened={dialog.preview} onClose={onClose} />
    case 'back-up':
      return <BackupDialog onClose={onClose} />
    case 'restore':
      return <RestoreDialog key={dialog.opened.file} opened={dialog.opened} onClose={onClose} />
    case 'restore-copy':
      return <RestoreCopyDialog key={dialog.preview.file} preview={dialog.preview} onClose={onClose} />
    case 'diagnostics':
      return <DiagnosticsDialog onClose={onClose} />
    case 'remove-keys':
      return <RemoveKeysDialog onClose={onClose} />
    case 'delete-everything':
      return <DeleteEverythingDialog onClose={onClose} />
    default:
      return dialog satisfies never
  }
}
