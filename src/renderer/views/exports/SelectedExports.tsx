import { Upload } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { credentialExportText, exportsText } from '../../../shared/text/window/exports'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { openDialog } from '../../state/app'
import { useCredentialExport } from '../../state/credentialExport'
import { mailboxes } from '../../state/mailboxes'
import { Menu, MenuItem } from '../../ui/Menu'
import { SelectionButton } from '../list/SelectionButton'
import { withSelected } from '../list/selected'

/** Where the selected mailboxes can go: to a file, to a platform, or with what opens them to a file. */
export function SelectedExports() {
  const isWriting = useCredentialExport(({ now }) => now !== null)
  const isExporting = mailboxes.exporting.use(({ now }) => now !== null)
  return (
    <MenuTrigger>
      <SelectionButton icon={Upload}>{fleetListText.exports}</SelectionButton>
      <Menu label={fleetListText.exports} placement="bottom end">
        <MenuItem
          isDisabled={isExporting}
          onAction={() =>
            withSelected(mailboxes.selection, (choice) => void mailboxes.exporting.start(choice))
          }
        >
          {fleetListText.export}
        </MenuItem>
        <MenuItem
          onAction={() =>
            withSelected(mailboxes.selection, (what, count) =>
              openDialog({ kind: 'export-to-platform', what, count, platform: null }),
            )
          }
        >
          {exportsText.selectedToPlatform}
        </MenuItem>
        <MenuItem
          isDisabled={isWriting}
          onAction={() =>
            withSelected(mailboxes.selection, (what) => openDialog({ kind: 'export-credentials', what }))
          }
        >
          {credentialExportText.open}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
