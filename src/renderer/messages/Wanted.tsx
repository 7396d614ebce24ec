import { Copy, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { ListedMessage } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { call } from '../bridge'
import { Button } from '../ui/Button'
import { LinkDialog } from './LinkDialog'
import type { Tell } from './MessagesPart'

interface WantedProps {
  readonly message: Pick<ListedMessage, 'id' | 'code' | 'link'>
  readonly tell: Tell
}

/** What one waits for such a message for: its code, its link. */
export function Wanted({ message, tell }: WantedProps) {
  const { id, code, link } = message
  const [copied, setCopied] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [isAsking, setIsAsking] = useState(false)

  async function copy() {
    const done = await call('messages.copyCode', { id })
    setError(done.ok ? null : done.error)
    setCopied(done.ok ? done.value.code : null)
  }

  if (code === null && link === null) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {code !== null && (
          <Button
            look="primary"
            icon={<Copy className="size-4" aria-hidden="true" />}
            onPress={() => void copy()}
          >
            {text.copyCode(code)}
          </Button>
        )}
        {link !== null && (
          <Button
            className="h-auto min-h-7.5 max-w-full whitespace-normal! wrap-anywhere"
            icon={<ExternalLink className="size-4 shrink-0" aria-hidden="true" />}
            onPress={() => setIsAsking(true)}
          >
            {text.openLink(link.host)}
          </Button>
        )}
      </div>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {copied === null ? '' : text.codeCopied(copied)}
      </p>
      {error !== null && tell(error, { redo: () => void copy(), redoAnyway: () => void copy() })}
      {isAsking && link !== null && (
        <LinkDialog messageId={id} link={link} tell={tell} onClose={() => setIsAsking(false)} />
      )}
    </div>
  )
}
