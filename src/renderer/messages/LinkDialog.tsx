import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { MessageLink } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import type { Tell } from './MessagesPart'

interface LinkDialogProps {
  readonly messageId: string
  readonly link: MessageLink
  readonly tell: Tell
  readonly onClose: () => void
}

/** Shows where a link leads, the whole host, before main opens it. */
export function LinkDialog({ messageId, link, tell, onClose }: LinkDialogProps) {
  const { index, host, address, shownAs } = link
  const [error, setError] = useState<AppError | null>(null)

  async function open() {
    const opened = await call('messages.openLink', { id: messageId, link: index })
    if (opened.ok) onClose()
    else setError(opened.error)
  }

  const isForeign = host.split('.').some((part) => part.startsWith('xn--'))
  return (
    <Dialog
      title={text.confirmTitle}
      onClose={onClose}
      onSubmit={() => void open()}
      action={
        <Button look="primary" type="submit" icon={<ExternalLink className="size-4" aria-hidden="true" />}>
          {text.confirmOpen}
        </Button>
      }
    >
      <p className="text-pretty">{text.confirmLead}</p>
      <dl className="flex flex-col gap-2 select-text">
        <div>
          <dt className="text-ink-soft">{text.confirmHost}</dt>
          <dd className="font-mono text-lg font-medium wrap-anywhere">{host}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">{text.confirmAddress}</dt>
          <dd className="font-mono text-sm wrap-anywhere">{address}</dd>
        </div>
      </dl>
      {shownAs !== null && <Warning words={text.confirmShownAs(shownAs)} />}
      {isForeign && <Warning words={text.confirmForeign} />}
      {error !== null && tell(error, { redo: () => void open(), redoAnyway: () => void open() })}
    </Dialog>
  )
}

const Warning = ({ words }: { readonly words: string }) => (
  <p className="rounded-md border border-warn-line bg-warn-soft px-3 py-2 wrap-anywhere text-warn-ink select-text">
    {words}
  </p>
)
