import { Copy, EyeOff, FileOutput, Tag, X } from 'lucide-react'
import { useRef } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { addressesText } from '../../../shared/text/window/addresses'
import type { ExportFormat } from '../../../shared/transfer'
import { chooseNone } from '../../state/selection'
import { Button } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { useFocusLeaves } from '../../ui/useFocusLeaves'
import { nextPlace } from './places'

export interface SelectionBarProps {
  readonly count: number
  readonly onCopy: () => void
  readonly onLabel: () => void
  readonly onHide: () => void
  readonly onExport: (format: ExportFormat) => void
}

/** How many addresses are selected, and what can be done with all of them. */
export function SelectionBar({ count, onCopy, onLabel, onHide, onExport }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useFocusLeaves(bar, nextPlace)
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={addressesText.chosen(count)}
      className="ml-auto flex flex-wrap items-center gap-0.5"
    >
      <span className="mr-1.5 font-medium text-ink">{addressesText.chosen(count)}</span>
      <Button
        look="quiet"
        size="small"
        icon={<Copy className="size-3.5" aria-hidden="true" />}
        onPress={onCopy}
      >
        {addressesText.copy}
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
      <Button
        look="quiet"
        size="small-icon"
        aria-label={addressesText.clearChoice}
        icon={<X className="size-3.5" aria-hidden="true" />}
        onPress={chooseNone}
      />
    </div>
  )
}
