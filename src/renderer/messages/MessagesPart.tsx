import { RefreshCw } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { Inbox, ListedMessage } from '../../shared/message'
import { clockTime } from '../../shared/text/time'
import { messagesText as text } from '../../shared/text/window/messages'
import { Age, useNow } from '../ui/Age'
import { Button } from '../ui/Button'
import { focusIfLost } from '../ui/focusIfLost'
import { useBudget } from './budget'
import { type OpenInbox, useInbox } from './inbox'
import { MessageList } from './MessageList'
import { MessageView } from './MessageView'
import { awaitedOf } from './newest'
import { Wanted } from './Wanted'

/** The same once more; `redoAnyway`: although Mailroom counts the allowance as used up. */
interface Again {
  readonly redo: () => void
  readonly redoAnyway: () => void
}

/** An error in the words and with the steps of the window that shows it. `title`: what did not happen because of it. */
export type Tell = (error: AppError, again: Again, title?: string) => ReactNode

interface MessagesPartProps {
  readonly addressId: string
  /** Of the account that can read them; null: none that is here. */
  readonly accountId: string | null
  /** Which asking for them this is, where they can be asked for again while they are shown. */
  readonly press?: number
  readonly tell: Tell
  /** Shows what LikeDo answers as it is, where this window can. */
  readonly onShowAnswer?: (() => void) | undefined
  /** Under which heading level it stands. */
  readonly title: ReactNode
}

const EVERY_SECONDS = 10

/** The messages of one address: the list, or the one that is read. */
export function MessagesPart({
  addressId,
  accountId,
  press = 1,
  tell,
  onShowAnswer,
  title,
}: MessagesPartProps) {
  const open = useInbox(addressId, accountId !== null, press)
  const [shown, setShown] = useState<string | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  const label = useId()
  const place = useRef<HTMLElement>(null)
  const { inbox, error, isAsking, refresh } = open
  const again = { redo: () => void refresh(), redoAnyway: () => void refresh(true) }
  const problem = error ?? inbox?.problem ?? null
  const isReading = isAsking || inbox?.isReading === true

  // The keyboard comes back to the message that was read; to the first where that is gone, or to what is there at all.
  useEffect(() => {
    if (shown !== null || left === null) return
    const find = (what: string) => place.current?.querySelector<HTMLElement>(what)
    const row = find(`[data-message="${left}"]`)
    if (row != null) row.focus()
    else focusIfLost(() => find('[data-message]') ?? find('button') ?? place.current)
  }, [shown, left])

  function back() {
    setLeft(shown)
    setShown(null)
  }
  // What lies over it, and a field, come first; the window or panel that it stands in comes after.
  useEffect(() => {
    const part = place.current
    if (part === null || shown === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      back()
    }
    part.addEventListener('keydown', onKeyDown)
    return () => part.removeEventListener('keydown', onKeyDown)
  })

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby={label}
      aria-busy={isReading}
      className="flex min-w-0 flex-col gap-3 outline-none"
    >
      <div className="flex min-h-7 items-center justify-between gap-2">
        <div id={label} className="min-w-0">
          {title}
        </div>
        {shown === null && accountId !== null && (
          <Button
            data-asks
            size="small"
            isPending={isReading}
            icon={<RefreshCw className="size-3.5" aria-hidden="true" />}
            onPress={() => void refresh()}
          >
            {isReading ? text.checking : text.check}
          </Button>
        )}
      </div>
      {shown !== null ? (
        <MessageView id={shown} tell={tell} onBack={back} />
      ) : (
        <>
          {problem !== null && tell(problem, again, text.failed)}
          {inbox?.rows.some(({ isMasked }) => isMasked) && <p className="text-ink-soft">{text.masked}</p>}
          <Newest rows={inbox?.rows ?? []} tell={tell} />
          <Untold inbox={inbox} onShowAnswer={onShowAnswer} />
          <Rows {...{ open, problem, accountId }} onOpen={setShown} />
          {accountId === null ? (
            <p className="text-ink-soft">{text.noAccount}</p>
          ) : (
            <Standing open={open} problem={problem} accountId={accountId} />
          )}
        </>
      )}
    </section>
  )
}

/** The newest code or link that somebody may wait for. */
function Newest({ rows, tell }: { readonly rows: readonly ListedMessage[]; readonly tell: Tell }) {
  const newest = awaitedOf(rows, useNow())
  if (newest === null) return null
  const { id, from, fromName, subject } = newest
  return (
    <section
      aria-label={text.newest}
      className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3"
    >
      <p dir="auto" className="truncate text-sm text-ink-soft">
        {fromName ?? from ?? text.unknownSender}: {subject ?? text.noSubject}
      </p>
      <Wanted key={id} message={newest} tell={tell} />
    </section>
  )
}

interface UntoldProps {
  readonly inbox: Inbox | null
  readonly onShowAnswer: (() => void) | undefined
}

/** What none of the messages says because nobody knows what the service calls it: not that they have none. */
function Untold({ inbox, onShowAnswer }: UntoldProps) {
  if (inbox === null || inbox.untold.length === 0) return null
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-ink-soft">{text.untold(inbox.untold)}</p>
      {onShowAnswer !== undefined && (
        <Button size="small" onPress={onShowAnswer}>
          {text.showAnswer}
        </Button>
      )}
    </div>
  )
}

interface RowsProps {
  readonly open: OpenInbox
  readonly problem: AppError | null
  readonly accountId: string | null
  readonly onOpen: (id: string) => void
}

function Rows({ open: { inbox, isAsking, readOlder }, problem, accountId, onOpen }: RowsProps) {
  if (inbox === null) return problem === null ? <p className="text-ink-soft">{text.reading}</p> : null
  if (inbox.rows.length === 0) {
    // Nothing is said to be empty that was not read.
    if (problem !== null || accountId === null) return null
    if (inbox.readAt === null) {
      return <p className="text-ink-soft">{inbox.isReading ? text.reading : text.notRead}</p>
    }
    return (
      <div className="rounded-lg border border-line bg-sunken px-3 py-4 text-center">
        <p className="font-medium">{text.none}</p>
        <p className="text-ink-soft">{text.noneLead}</p>
      </div>
    )
  }
  return (
    <>
      <MessageList rows={inbox.rows} onOpen={onOpen} />
      {inbox.hasOlder && (
        <Button size="small" isPending={isAsking} className="self-start" onPress={() => void readOlder()}>
          {text.older}
        </Button>
      )}
    </>
  )
}

interface StandingProps {
  readonly open: OpenInbox
  readonly problem: AppError | null
  readonly accountId: string
}

/** How old what is shown is, whether it is read again by itself, and what that leaves of the hour. */
function Standing({ open: { inbox, hasLooked }, problem, accountId }: StandingProps) {
  const now = useNow()
  const budget = useBudget(accountId, inbox)
  if (inbox === null) return null
  const { readAt, watchedUntil } = inbox
  const isWatched = watchedUntil !== null && watchedUntil > now
  const watching = isWatched ? text.watching(EVERY_SECONDS, clockTime(watchedUntil)) : text.resting
  return (
    <p className="text-sm text-ink-soft">
      {readAt !== null && (
        <>
          {text.checked} <Age at={readAt} />.{' '}
        </>
      )}
      {/* What goes wrong says itself what comes next. */}
      {problem === null && (isWatched || hasLooked) && `${watching} `}
      {budget !== null && `${budget}.`}
    </p>
  )
}
