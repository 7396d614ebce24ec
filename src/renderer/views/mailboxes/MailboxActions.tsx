import { Plus } from 'lucide-react'
import { assigningText } from '../../../shared/text/window/assigning'
import { useHasLitemail } from '../../state/litemail'
import { Button } from '../../ui/Button'
import { assignMailboxes } from './write/deeds'

/** What can be done on the screen of mailboxes without a mailbox. */
export function MailboxActions() {
  const hasAccount = useHasLitemail()
  if (hasAccount !== true) return null
  return (
    <Button icon={<Plus className="size-4" aria-hidden="true" />} onPress={() => assignMailboxes()}>
      {assigningText.open}
    </Button>
  )
}
