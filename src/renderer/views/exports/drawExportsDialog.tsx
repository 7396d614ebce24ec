import type { ReactNode } from 'react'
import type { ExportsDialog } from '../../state/app'
import { CredentialExportDialog } from './CredentialExportDialog'
import { ExportWizardDialog } from './ExportWizardDialog'
import { PlatformLoginDialog } from './PlatformLoginDialog'

/** What is done with mailboxes that go elsewhere. */
export function drawExportsDialog(dialog: ExportsDialog, onClose: () => void): ReactNode {
  switch (dialog.kind) {
    case 'export-credentials':
      return <CredentialExportDialog what={dialog.what} onClose={onClose} />
    case 'export-to-platform':
      return <ExportWizardDialog {...dialog} onClose={onClose} />
    case 'platform-login':
      return <PlatformLoginDialog accountId={dialog.accountId} onClose={onClose} />
    default:
      return dialog satisfies never
  }
}
