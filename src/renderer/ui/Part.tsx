import { type ReactNode, useId } from 'react'

interface PartProps {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** One part of a page of settings, under its own title. */
export function Part({ title, lead, children }: PartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
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
