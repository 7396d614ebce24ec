import { Pencil } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { mailboxWritesText as text } from '../../../../shared/text/window/assigning'
import { Menu, MenuItem } from '../../../ui/Menu'
import { SelectionButton } from '../../list/SelectionButton'
import { editMailboxes, onSelected, removeMailboxes, tagMailboxes } from './deeds'

/** What can be changed of the selected mailboxes: in a menu, so that a row stays where it is when it is selected. */
export const SelectedDeeds = () => (
  <MenuTrigger>
    <SelectionButton icon={Pencil}>{text.deeds}</SelectionButton>
    <Menu label={text.deeds} placement="bottom end">
      <MenuItem onAction={onSelected(editMailboxes)}>{text.editNames}</MenuItem>
      <MenuItem onAction={onSelected(tagMailboxes)}>{text.tags}</MenuItem>
      <MenuItem onAction={onSelected(removeMailboxes)}>{text.remove}</MenuItem>
    </Menu>
  </MenuTrigger>
)
