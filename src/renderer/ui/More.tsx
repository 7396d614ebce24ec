import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { commonText } from '../../shared/text/window/common'

interface MoreProps {
  readonly children: ReactNode
  /** Something in it needs the user: it stays open. */
  readonly isOpen?: boolean
  /** What there is more of, where that is not plain. */
  readonly label?: string
}

/** What few people need, out of sight until asked for. */
export function More({ children, isOpen = false, label = commonText.more }: MoreProps) {
  const [isExpanded, setIsExpanded] = useState(false)
  return (
    <Disclosure isExpanded={isExpanded || isOpen} onExpandedChange={setIsExpanded} className="group">
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
