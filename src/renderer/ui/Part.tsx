import { type ReactNode, useEffect, useId, useRef } from 'react'
import { meetPart, usePlace } from '../state/app'

interface PartProps {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** One part of a page of settings, under its own title. Who is led to it finds it in sight, and goes on from there by keys. */
export function Part({ title, lead, children }: PartProps) {
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const isWanted = usePlace(({ wantedPart }) => wantedPart?.part === title)
  useEffect(() => {
    if (!isWanted) return
    section.current?.scrollIntoView({ block: 'nearest' })
    section.current?.focus()
    meetPart()
  }, [isWanted])
  return (
    <section
      ref={section}
      aria-labelledby={id}
      tabIndex={-1}
      className="flex flex-col gap-3 rounded-lg focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-focus"
    >
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {lead !== undefined && <p className="text-pretty text-ink-soft">{lead}</p>}
      </div>
      <div className="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4">{children}</div>
    </section>
  )
}
