import { Copy, EyeOff, FileOutput, Tag } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { addressesText } from '../../../shared/text/window/addresses'
import { listText } from '../../../shared/text/window/list'
import type { ExportFormat } from '../../../shared/transfer'
import { chooseNone } from '../../state/selection'
import { Button } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { SelectionBar as Bar } from '../list/SelectionBar'

export interface SelectionBarProps {
  readonly count: number
  readonly onCopy: () => void
  readonly onLabel: () => void
  readonly onHide: () => void
  readonly onExport: (format: ExportFormat) => void
}

/** How many addresses are selected, and what can be done with all of them. */
export const SelectionBar = ({ count, onCopy, onLabel, onHide, onExport }: SelectionBarProps) => (
  <Bar count={count} onClear={chooseNone}>
    <Button
      look="quiet"
      size="small"
      icon={<Copy className="size-3.5" aria-hidden="true" />}
      onPress={onCopy}
    >
      {listText.copy}
    </Button>
    <Button
      look="quiet"
      size="small"
      icon={<Tag className="size-3.5" aria-hidden="true" />}
      onPress={onLabel}
    >
      {addressesText.label}
    </Button>
    <Button
      look="quiet"
      size="small"
      icon={<EyeOff className="size-3.5" aria-hidden="true" />}
      onPress={onHide}
    >
      {addressesText.hide}
    </Button>
    <MenuTrigger>
      <Button look="quiet" size="small" icon={<FileOutput className="size-3.5" aria-hidden="true" />}>
        {addressesText.export}
      </Button>
      <Menu label={addressesText.export} placement="bottom end">
        <MenuItem hint={addressesText.exportHints.csv} onAction={() => onExport('csv')}>
          {addressesText.exportFormats.csv}
        </MenuItem>
        <MenuItem hint={addressesText.exportHints.json} onAction={() => onExport('json')}>
          {addressesText.exportFormats.json}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  </Bar>
)
