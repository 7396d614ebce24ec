import { Download, EllipsisVertical, RotateCcw, Upload } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { ApiPath } from '../../../../shared/apiPath'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { chooseApiFile, exportPaths } from '../../../state/apiFiles'
import type { PathsAccount } from '../../../state/apiPaths'
import { openDialog } from '../../../state/app'
import { Button } from '../../../ui/Button'
import { Menu, MenuItem } from '../../../ui/Menu'

interface PathsToolsProps {
  readonly account: PathsAccount
  readonly all: readonly ApiPath[]
}

/** What can be done with all API paths of an account. */
export function PathsTools({ account, all }: PathsToolsProps) {
  const isNothing = !all.some(({ isChanged }) => isChanged)
  return (
    <span className="flex items-center gap-1">
      <Button
        icon={<Upload className="size-3.5" aria-hidden="true" />}
        onPress={() => void chooseApiFile(account)}
      >
        {text.import}
      </Button>
      <MenuTrigger>
        <Button
          look="quiet"
          size="icon"
          aria-label={text.more}
          icon={<EllipsisVertical className="size-4" aria-hidden="true" />}
        />
        <Menu label={text.more} placement="bottom end">
          <MenuItem
            icon={<Download className="size-3.5" />}
            hint={text.exportHint}
            isDisabled={isNothing}
            onAction={() => void exportPaths(account)}
          >
            {text.export}
          </MenuItem>
          <MenuItem
            icon={<RotateCcw className="size-3.5" />}
            hint={text.resetAllHint}
            isDisabled={isNothing}
            onAction={() => openDialog({ kind: 'reset-api-paths', accountId: account.id })}
          >
            {text.resetAll}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  )
}
