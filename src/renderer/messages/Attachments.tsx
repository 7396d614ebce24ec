import { Paperclip } from 'lucide-react'
import type { Attachment } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'

/** What came with a message, by name: none is opened. */
export function Attachments({ attached }: { readonly attached: readonly Attachment[] }) {
  if (attached.length === 0) return null
  return (
    <section aria-label={text.attachments} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h4 className="font-semibold">{text.attachments}</h4>
      <ul className="flex flex-col gap-0.5">
        {attached.map(({ name, type, bytes }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may say the same
          <li key={place} className="flex items-start gap-1.5 select-text">
            <Paperclip className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
            <span dir="auto" className="min-w-0 wrap-anywhere">
              {text.attachment(name, type, bytes)}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{text.attachmentsMeaning}</p>
    </section>
  )
}
