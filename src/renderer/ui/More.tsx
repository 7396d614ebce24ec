import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { commonText } from '../../shared/text/window/common'

interface MoreProps {
  readonly children: ReactNode
  /** Something in it needs the user: it cannot be closed meanwhile. */
  readonly isOpen?: boolean
  /** There is something in it that is worth a look: it opens by itself, and its user may close it. */
  readonly opens?: boolean
  /** What there is more of, where that is not plain. */
  readonly label?: string
}

/**
 * What few people need, out of sight until asked for. What is open is closed by its user only: whoever has the keyboard in
 * it may be who changes what it opened for.
 */
export function More({ children, isOpen = false, opens = false, label = commonText.more }: MoreProps) {
  const isDue = isOpen || opens
  const [isExpanded, setIsExpanded] = useState(isDue)
  const [wasDue, setWasDue] = useState(isDue)
  if (isDue !== wasDue) {
    setWasDue(isDue)
    if (isDue) setIsExpanded(true)
  }
  return (
    <Disclosure
      isExpanded={isExpanded || isOpen}
      onExpandedChange={(expands) => setIsExpanded(expands || isOpen)}
      className="group"
    >
      <Button
        slot="trigger"
        className="-ml-1.5 flex h-7 cursor-default items-center gap-1 rounded-md pr-2.5 pl-1.5 font-medium data-hovered:bg-hover data-pressed:bg-pressed"
      >
        <ChevronRight
          className="size-4 text-ink-soft transition-transform group-data-expanded:rotate-90"
          aria-hidden="true"
        />
        {label}
      </Button>
      <DisclosurePanel>
        {/* Not there until it is asked for, so that nothing in it goes by the name of what is in sight. */}
        {(isExpanded || isOpen) && <div className="flex flex-col gap-4 pt-3">{children}</div>}
      </DisclosurePanel>
    </Disclosure>
  )
}
