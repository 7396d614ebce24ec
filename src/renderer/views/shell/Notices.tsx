import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { commonText } from '../../../shared/text/window/common'
import { shellText } from '../../../shared/text/window/shell'
import { dismissNotice, type Notice, useNotices } from '../../state/notices'
import { Button } from '../../ui/Button'
import { StepButton } from '../../ui/StepButton'
import { NotePrompt } from './NotePrompt'
import { useNoteKey } from './useNoteKey'

/** How long a notice that needs nothing stays, in milliseconds. */
const STAYS = 7000
/** And one that asks something: time to read it and to go there. */
const STAYS_ASKING = 14_000

const icons: Readonly<Record<Notice['tone'], ReactNode>> = {
  good: <CircleCheck className="mt-0.5 size-4 shrink-0 text-good-ink" aria-hidden="true" />,
  warn: <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn-ink" aria-hidden="true" />,
  bad: <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger-ink" aria-hidden="true" />,
}

/** What happened, in a corner over everything, and said by screen readers. Dialogs leave it in reach. */
export function Notices() {
  const notices = useNotices((state) => state.notices)
  const place = useRef<HTMLDivElement>(null)
  useNoteKey()
  // The newest stands last: in a low window it is scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the notices
  useLayoutEffect(() => place.current?.scrollTo({ top: place.current.scrollHeight }), [notices])
  return (
    <div
      ref={place}
      role="status"
      aria-live="polite"
      aria-label={shellText.notices}
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed right-0 bottom-0 z-50 flex max-h-full w-108 max-w-full flex-col gap-2 overflow-y-auto p-4"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { id, tone, words, advice, next, context, asks, offer } = notice
  const [isHeld, setIsHeld] = useState(false)
  const leaves = tone === 'good' && !isHeld
  useEffect(() => {
    if (!leaves) return
    const timer = setTimeout(() => dismissNotice(id), asks === undefined ? STAYS : STAYS_ASKING)
    return () => clearTimeout(timer)
  }, [id, leaves, asks])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing; it only stays while somebody reads it
    <div
      className="pointer-events-auto flex max-h-60 shrink-0 animate-rise gap-2.5 overflow-y-auto rounded-lg border border-line bg-raised py-2.5 pr-2 pl-3 shadow-floating"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {icons[tone]}
      <div className="min-w-0 flex-1 select-text">
        <p className="font-medium wrap-anywhere">{words}</p>
        {advice !== '' && <p className="wrap-anywhere text-ink-soft">{advice}</p>}
        {next !== null && (
          <div className="mt-2">
            <StepButton next={next} context={context} onTaken={() => dismissNotice(id)} />
          </div>
        )}
        {offer !== undefined && (
          <Button
            size="small"
            className="mt-2"
            onPress={() => {
              dismissNotice(id)
              offer.run()
            }}
          >
            {offer.label}
          </Button>
        )}
        {asks !== undefined && <NotePrompt asks={asks} onEnd={() => dismissNotice(id)} />}
      </div>
      <Button
        look="quiet"
        size="small-icon"
        className="-mt-0.5"
        aria-label={commonText.dismiss}
        icon={<X className="size-4" />}
        onPress={() => dismissNotice(id)}
      />
    </div>
  )
}
