import { KeyRound, Upload } from 'lucide-react'
import { credentialExportText, exportsText } from '../../../shared/text/window/exports'
import { openDialog } from '../../state/app'
import { useCredentialExport } from '../../state/credentialExport'
import { mailboxes } from '../../state/mailboxes'
import { SelectionButton } from '../list/SelectionButton'
import { withSelected } from '../list/selected'

/** Where the selected mailboxes can go: to a platform, or with what opens them to a file. */
export function SelectedExports() {
  const isWriting = useCredentialExport(({ now }) => now !== null)
  return (
    <>
      <SelectionButton
        icon={Upload}
        onPress={() =>
          withSelected(mailboxes.selection, (what, count) =>
            openDialog({ kind: 'export-to-platform', what, count, platform: null }),
          )
        }
      >
        {exportsText.selectedToPlatform}
      </SelectionButton>
      <SelectionButton
        icon={KeyRound}
        isDisabled={isWriting}
        onPress={() =>
          withSelected(mailboxes.selection, (what) => openDialog({ kind: 'export-credentials', what }))
        }
      >
        {credentialExportText.open}
      </SelectionButton>
    </>
  )
}
