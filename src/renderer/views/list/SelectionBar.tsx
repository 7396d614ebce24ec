import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { listText } from '../../../shared/text/window/list'
import { Button } from '../../ui/Button'
import { useFocusLeaves } from '../../ui/useFocusLeaves'
import { nextPlace } from './places'

interface SelectionBarProps {
  readonly count: number
  readonly onClear: () => void
  /** What can be done with all of them. */
  readonly children: ReactNode
}

/** How many rows are selected, and what can be done with them. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useFocusLeaves(bar, nextPlace)
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={listText.chosen(count)}
      className="ml-auto flex flex-wrap items-center gap-0.5"
    >
      <span className="mr-1.5 font-medium text-ink">{listText.chosen(count)}</span>
      {children}
      <Button
        look="quiet"
        size="small-icon"
        aria-label={listText.clearChoice}
        icon={<X className="size-3.5" aria-hidden="true" />}
        onPress={onClear}
      />
    </div>
  )
}
