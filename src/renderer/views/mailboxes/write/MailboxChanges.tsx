import { CalendarX, Pencil, Tags } from 'lucide-react'
import { mailboxWritesText as text } from '../../../../shared/text/window/assigning'
import { Button } from '../../../ui/Button'
import { editMailboxes, removeMailboxes, tagMailboxes } from './deeds'

/** What can be changed of one mailbox. */
export function MailboxChanges({ id }: { readonly id: string }) {
  const choice = { ids: [id] }
  return (
    <fieldset className="-mt-2 flex flex-wrap gap-2" aria-label={text.deeds}>
      <Button
        size="small"
        icon={<Pencil className="size-3.5" aria-hidden="true" />}
        onPress={() => editMailboxes(choice)}
      >
        {text.edit}
      </Button>
      <Button
        size="small"
        icon={<Tags className="size-3.5" aria-hidden="true" />}
        onPress={() => tagMailboxes(choice)}
      >
        {text.tags}
      </Button>
      <Button
        size="small"
        icon={<CalendarX className="size-3.5" aria-hidden="true" />}
        onPress={() => removeMailboxes(choice)}
      >
        {text.remove}
      </Button>
    </fieldset>
  )
}
