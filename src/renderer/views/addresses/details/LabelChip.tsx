import { Pencil, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { detailsText } from '../../../../shared/text/window/details'
import { classes } from '../../../ui/classes'
import { Menu, MenuItem } from '../../../ui/Menu'
import { labelTone } from '../../list/labelTone'

interface LabelChipProps {
  readonly name: string
  readonly onRemove: () => void
  readonly onRename: () => void
}

/** One label: a press asks what to do with it, Delete and Backspace take it off. */
export const LabelChip = ({ name, onRemove, onRename }: LabelChipProps) => (
  <span className={classes('flex max-w-full items-center rounded-sm', labelTone(name))}>
    <MenuTrigger>
      <Button
        data-chip
        aria-label={detailsText.labelOptions(name)}
        onKeyDown={({ key }) => {
          if (key === 'Delete' || key === 'Backspace') onRemove()
        }}
        className="min-w-0 cursor-default truncate rounded-sm pl-2 leading-6 data-hovered:underline data-focus-visible:outline-offset-0"
      >
        {name}
      </Button>
      <Menu label={detailsText.labelOptions(name)}>
        <MenuItem icon={<Pencil className="size-3.5" />} onAction={onRename}>
          {detailsText.renameLabel}
        </MenuItem>
        <MenuItem icon={<X className="size-3.5" />} onAction={onRemove}>
          {detailsText.removeLabel}
        </MenuItem>
      </Menu>
    </MenuTrigger>
    <Button
      excludeFromTabOrder
      aria-label={detailsText.removeLabelNamed(name)}
      onPress={onRemove}
      className="flex size-6 shrink-0 cursor-default items-center justify-center rounded-sm opacity-80 data-hovered:opacity-100"
    >
      <X className="size-3.5" aria-hidden="true" />
    </Button>
  </span>
)
