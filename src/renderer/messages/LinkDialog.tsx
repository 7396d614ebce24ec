import { useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { MessageLink } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'
import { LinkDialog as Confirmation, LinkWarning } from '../ui/LinkDialog'
import type { Tell } from './MessagesPart'

interface LinkDialogProps {
  readonly messageId: string
  readonly link: MessageLink
  readonly tell: Tell
  readonly onClose: () => void
}

/** Shows where a link of a message leads before main opens it. */
export function LinkDialog({ messageId, link, tell, onClose }: LinkDialogProps) {
  const { index, host, address, shownAs } = link
  const [error, setError] = useState<AppError | null>(null)

  async function open() {
    const opened = await call('messages.openLink', { id: messageId, link: index })
    if (opened.ok) onClose()
    else setError(opened.error)
  }

  return (
    <Confirmation
      title={text.confirmTitle}
      lead={text.confirmLead}
      host={host}
      address={address}
      onOpen={() => void open()}
      onClose={onClose}
    >
      {shownAs !== null && <LinkWarning words={text.confirmShownAs(shownAs)} />}
      {error !== null && tell(error, { redo: () => void open(), redoAnyway: () => void open() })}
    </Confirmation>
  )
}
