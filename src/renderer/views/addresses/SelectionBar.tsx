import { Copy, EyeOff, FileOutput, Tag } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { addressesText } from '../../../shared/text/window/addresses'
import { listText } from '../../../shared/text/window/list'
import type { ExportFormat } from '../../../shared/transfer'
import { chooseNone } from '../../state/selection'
import { Menu, MenuItem } from '../../ui/Menu'
import { SelectionBar as Bar } from '../list/SelectionBar'
import { SelectionButton } from '../list/SelectionButton'

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
    <SelectionButton icon={Copy} onPress={onCopy}>
      {listText.copy}
    </SelectionButton>
    <SelectionButton icon={Tag} onPress={onLabel}>
      {addressesText.label}
    </SelectionButton>
    <SelectionButton icon={EyeOff} onPress={onHide}>
      {addressesText.hide}
    </SelectionButton>
    <MenuTrigger>
      <SelectionButton icon={FileOutput}>{addressesText.export}</SelectionButton>
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
