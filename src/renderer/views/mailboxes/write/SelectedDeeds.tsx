import { CalendarX, Pencil, Tags } from 'lucide-react'
import { mailboxWritesText as text } from '../../../../shared/text/window/assigning'
import { SelectionButton } from '../../list/SelectionButton'
import { editMailboxes, onSelected, removeMailboxes, tagMailboxes } from './deeds'

/** What can be changed of the selected mailboxes. */
export const SelectedDeeds = () => (
  <>
    <SelectionButton icon={Pencil} onPress={onSelected(editMailboxes)}>
      {text.editNames}
    </SelectionButton>
    <SelectionButton icon={Tags} onPress={onSelected(tagMailboxes)}>
      {text.tags}
    </SelectionButton>
    <SelectionButton icon={CalendarX} onPress={onSelected(removeMailboxes)}>
      {text.remove}
    </SelectionButton>
  </>
)
