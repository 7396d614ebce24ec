import { ArrowLeft, Bookmark, BookmarkX, Code, Type } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { Message } from '../../shared/message'
import { explain } from '../../shared/text/errors'
import { messagesText as text } from '../../shared/text/window/messages'
import { moment } from '../../shared/text/window/time'
import { call } from '../bridge'
import { coalesce } from '../state/coalesce'
import { useTopics } from '../state/useTopics'
import { Alarm } from '../ui/Alarm'
import { Button } from '../ui/Button'
import { focusIfLost } from '../ui/focusIfLost'
import { Attachments } from './Attachments'
import { Formatting } from './Formatting'
import { MessageLinks } from './MessageLinks'
import type { Tell } from './MessagesPart'
import { Wanted } from './Wanted'

const topics = ['messages'] as const

interface MessageViewProps {
  readonly id: string
  readonly tell: Tell
  readonly onBack: () => void
}

/** One message: what it is wanted for first, then who wrote, then its text. */
export function MessageView({ id, tell, onBack }: MessageViewProps) {
  const [message, setMessage] = useState<Message | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const place = useRef<HTMLDivElement>(null)

  const read = useMemo(
    () =>
      coalesce(async () => {
        const found = await call('messages.get', { id })
        // What cannot be read now may be something to be masked by now.
        setMessage(found.ok ? found.value : null)
        setError(found.ok ? null : found.error)
      }),
    [id],
  )
  useTopics(topics, read)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message is another place
  useEffect(() => place.current?.querySelector('button')?.focus(), [id])

  const isWhole = message?.isMasked === false
  // What had the keyboard goes with the codes and links, or with the message.
  useEffect(() => {
    if (!isWhole) focusIfLost(() => place.current?.querySelector('button'))
  }, [isWhole])

  const again = { redo: () => void read(), redoAnyway: () => void read() }
  return (
    <div ref={place} className="flex min-w-0 flex-col gap-3">
      <Button
        look="quiet"
        size="small"
        className="-ml-2 self-start"
        icon={<ArrowLeft className="size-3.5" aria-hidden="true" />}
        onPress={onBack}
      >
        {text.back}
      </Button>
      {error?.kind === 'not-found' && <Alarm words={`${explain(error).reason}.`} />}
      {error !== null && error.kind !== 'not-found' && tell(error, again, text.failed)}
      {message === null && error === null && <p className="text-ink-soft">{text.reading}</p>}
      {message !== null && <Read message={message} tell={tell} />}
    </div>
  )
}

function Read({ message, tell }: { readonly message: Message; readonly tell: Tell }) {
  const [isWanted, setIsWanted] = useState(false)
  // What was shown before it was masked is not shown again by itself.
  if (isWanted && message.isMasked) setIsWanted(false)
  const isFormatted = isWanted && message.isFormatted && !message.isMasked
  const { subject, isCut } = message
  return (
    <article aria-label={text.message} className="flex min-w-0 flex-col gap-3">
      <h3 dir="auto" className="text-lg font-semibold wrap-anywhere select-text">
        {subject ?? text.noSubject}
      </h3>
      {message.isMasked && <p className="text-ink-soft">{text.masked}</p>}
      {/* What was asked about a link, or copied, is not there any more once it is masked. */}
      <Wanted key={`wanted ${message.isMasked}`} message={message} tell={tell} />
      <Heads message={message} />
      <div className="flex flex-wrap gap-2">
        {message.isFormatted && (
          <Button
            size="small"
            icon={
              isFormatted ? (
                <Type className="size-3.5" aria-hidden="true" />
              ) : (
                <Code className="size-3.5" aria-hidden="true" />
              )
            }
            onPress={() => setIsWanted(!isWanted)}
          >
            {isFormatted ? text.showText : text.showFormatting}
          </Button>
        )}
        <Keeping message={message} tell={tell} />
      </div>
      <div className="flex min-w-0 flex-col gap-3 border-t border-line pt-3">
        {isFormatted ? (
          <Formatting id={message.id} tell={tell} />
        ) : (
          <>
            <p dir="auto" className="wrap-anywhere whitespace-pre-wrap select-text [unicode-bidi:plaintext]">
              {message.text !== '' ? message.text : message.isTextTold ? text.noText : text.textNotTold}
            </p>
            {isCut && <p className="text-sm text-ink-soft">{text.textCut}</p>}
          </>
        )}
      </div>
      <MessageLinks key={`links ${message.isMasked}`} message={message} tell={tell} />
      <Attachments attached={message.attached} />
    </article>
  )
}

function Heads({ message: { from, fromName, to, cc, replyTo, at } }: { readonly message: Message }) {
  const sender = fromName !== null && from !== null ? `${fromName} <${from}>` : (fromName ?? from)
  const heads = [
    [text.from, sender ?? text.unknownSender],
    [text.to, to],
    [text.cc, cc],
    [text.replyTo, replyTo === from ? null : replyTo],
    [text.date, at === null ? text.noDate : moment(at)],
  ] as const
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 select-text">
      {heads.map(([name, said]) =>
        said === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd dir="auto" className="min-w-0 wrap-anywhere">
              {said}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Keeping({
  message: { id, isKept, isKeptPlain },
  tell,
}: {
  readonly message: Message
  readonly tell: Tell
}) {
  const [error, setError] = useState<AppError | null>(null)
  const [isForgotten, setIsForgotten] = useState(false)
  async function change() {
    const changed = await call(isKept ? 'messages.unkeep' : 'messages.keep', { id })
    setError(changed.ok ? null : changed.error)
    setIsForgotten(changed.ok && isKept)
  }
  const again = () => void change()
  return (
    <>
      <Button
        size="small"
        icon={
          isKept ? (
            <BookmarkX className="size-3.5" aria-hidden="true" />
          ) : (
            <Bookmark className="size-3.5" aria-hidden="true" />
          )
        }
        onPress={again}
      >
        {isKept ? text.forget : text.keep}
      </Button>
      <p role="status" className="w-full text-sm text-ink-soft">
        {isKept ? text.isKept : isForgotten ? text.forgotten : text.keepMeaning}
        {isKeptPlain && ` ${text.keptPlain}`}
      </p>
      {error !== null && tell(error, { redo: again, redoAnyway: again })}
    </>
  )
}
