import { Bookmark, KeyRound, Link as LinkIcon, Paperclip } from 'lucide-react'
import type { ListedMessage } from '../../shared/message'
import { messagesText as text } from '../../shared/text/window/messages'
import { Age } from '../ui/Age'

interface MessageListProps {
  readonly rows: readonly ListedMessage[]
  readonly onOpen: (id: string) => void
}

/** Messages, newest first; a press opens one. What somebody else wrote stands in its own direction. */
export function MessageList({ rows, onOpen }: MessageListProps) {
  return (
    <ul aria-label={text.list} className="flex flex-col rounded-lg border border-line bg-raised">
      {rows.map((row) => (
        <li key={row.id} className="group border-b border-line last:border-b-0">
          <Row row={row} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Row({ row, onOpen }: { readonly row: ListedMessage; readonly onOpen: (id: string) => void }) {
  const { id, from, fromName, subject, start, at, code, link, attachments, isKept } = row
  const sender = fromName ?? from ?? text.unknownSender
  return (
    <button
      type="button"
      data-message={id}
      className="flex w-full min-w-0 flex-col items-stretch gap-0.5 px-3 py-2 text-left group-first:rounded-t-[7px] group-last:rounded-b-[7px] hover:bg-hover focus-visible:-outline-offset-2"
      onClick={() => onOpen(id)}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span dir="auto" className="min-w-0 truncate font-medium">
          {sender}
        </span>
        <span className="shrink-0 text-sm text-ink-soft">{at === null ? text.noDate : <Age at={at} />}</span>
      </span>
      <span dir="auto" className="truncate">
        {subject ?? text.noSubject}
      </span>
      {start !== '' && (
        <span dir="auto" className="truncate text-sm text-ink-soft">
          {start}
        </span>
      )}
      <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-soft empty:hidden">
        {code !== null && (
          <Mark icon={<KeyRound className="size-3.5" aria-hidden="true" />} words={code} called={text.code} />
        )}
        {link !== null && (
          <Mark
            icon={<LinkIcon className="size-3.5" aria-hidden="true" />}
            words={link.host}
            called={text.link}
          />
        )}
        {attachments > 0 && (
          <Mark
            icon={<Paperclip className="size-3.5" aria-hidden="true" />}
            words={text.withAttachments(attachments)}
          />
        )}
        {isKept && <Mark icon={<Bookmark className="size-3.5" aria-hidden="true" />} words={text.kept} />}
      </span>
    </button>
  )
}

interface MarkProps {
  readonly icon: React.ReactNode
  readonly words: string
  /** What the icon says. */
  readonly called?: string
}

const Mark = ({ icon, words, called }: MarkProps) => (
  <span className="flex min-w-0 items-center gap-1">
    {icon}
    {called !== undefined && <span className="sr-only">{called}</span>}
    <span className="min-w-0 truncate">{words}</span>
  </span>
)
