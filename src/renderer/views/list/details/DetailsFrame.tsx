import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { listDetailsText } from '../../../../shared/text/window/list'
import type { DetailsStore } from '../../../state/list/details'
import type { SelectionStore } from '../../../state/list/selection'
import type { StepContext } from '../../../state/notices'
import { Button } from '../../../ui/Button'
import { classes } from '../../../ui/classes'
import { focusIfLost, mainPlace } from '../../../ui/focusIfLost'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { useFocusLeaves } from '../../../ui/useFocusLeaves'
import { nextPlace } from '../places'
import { useEscape } from './useEscape'

interface DetailsFrameProps<About> {
  readonly details: DetailsStore<About>
  readonly idOf: (about: About) => string
  /** Of the list beside it, where rows can be chosen. */
  readonly selection?: SelectionStore
  /** Brings a row into sight in the list, with the keyboard. */
  readonly onShow: (id: string) => void
  readonly context?: StepContext
  /** For what has fields side by side. */
  readonly isWide?: boolean
  readonly children: (about: About) => ReactNode
}

/** The region "Details". Escape leaves it for the row that it is about. */
export function DetailsFrame<About>({ details, idOf, selection, ...props }: DetailsFrameProps<About>) {
  const { id, about, error, wanted } = details.use()
  const panel = useRef<HTMLElement>(null)
  const isHere = about !== null && idOf(about) === id
  // They close by themselves when their row is gone.
  useFocusLeaves(panel, nextPlace)

  useEffect(() => {
    if (wanted === null || !isHere) return
    panel.current?.querySelector<HTMLElement>(`[data-details="${wanted.place}"]`)?.focus()
    details.meetWanted()
  }, [wanted, isHere, details])

  function leave() {
    const isLeft = panel.current?.contains(document.activeElement) ?? false
    details.close()
    // Where the keyboard is elsewhere it stays there.
    if (id === null || !isLeft) return
    props.onShow(id)
    // The list may show the row no more: then it has the keyboard itself, never nothing.
    focusIfLost(mainPlace)
  }

  useEscape(leave, selection)

  return (
    <aside
      ref={panel}
      aria-label={listDetailsText.title}
      aria-busy={!isHere}
      className={classes(
        'details-panel flex min-h-0 flex-col border-l border-line bg-raised',
        props.isWide === true && 'is-wide',
      )}
    >
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <span className="font-semibold" aria-hidden="true">
          {listDetailsText.title}
        </span>
        <Button
          look="quiet"
          size="icon"
          aria-label={listDetailsText.close}
          icon={<X className="size-4" />}
          onPress={leave}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error !== null && (
          <div className="p-4">
            <Problem
              error={error}
              title={listDetailsText.failed}
              context={{ ...props.context, redo: () => void details.refresh() }}
            />
          </div>
        )}
        {about === null && error === null && <Reading words={listDetailsText.reading} />}
        {about !== null && props.children(about)}
      </div>
    </aside>
  )
}
