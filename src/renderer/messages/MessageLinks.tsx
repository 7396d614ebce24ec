import { useState } from 'react'
import type { Message, MessageLink } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { Button } from '../ui/Button'
import { LinkDialog } from './LinkDialog'
import type { Tell } from './MessagesPart'

/** Most messages have no more that somebody wants. */
const FEW = 6

/** Where a message's links lead, by their hosts; each is asked about before it opens. */
export function MessageLinks({ message, tell }: { readonly message: Message; readonly tell: Tell }) {
  const [isWhole, setIsWhole] = useState(false)
  const [asked, setAsked] = useState<MessageLink | null>(null)
  const { links } = message
  if (links.length === 0) return null
  const shown = isWhole ? links : links.slice(0, FEW)
  return (
    <section aria-label={text.links} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h4 className="font-semibold">{text.links}</h4>
      <ul className="flex flex-col gap-0.5">
        {shown.map((link) => (
          <li key={link.index} className="min-w-0">
            <Button
              look="link"
              size="text"
              className="h-auto max-w-full justify-start text-left whitespace-normal! wrap-anywhere"
              onPress={() => setAsked(link)}
            >
              {link.address}
            </Button>
          </li>
        ))}
      </ul>
      {links.length > shown.length && (
        <Button size="small" className="self-start" onPress={() => setIsWhole(true)}>
          {text.linksMore(links.length)}
        </Button>
      )}
      {asked !== null && (
        <LinkDialog messageId={message.id} link={asked} tell={tell} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}
