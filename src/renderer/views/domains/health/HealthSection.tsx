import { type ReactNode, useId } from 'react'

interface HealthSectionProps {
  readonly title: string
  /** Beside the title. */
  readonly control: ReactNode
  readonly isBusy: boolean
  readonly children: ReactNode
}

/** One part of what is known of a domain's DNS, with the way to ask anew. */
export function HealthSection({ title, control, isBusy, children }: HealthSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      aria-busy={isBusy}
      className="flex min-w-0 flex-col gap-3 border-t border-line pt-4"
    >
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {control}
      </div>
      {children}
    </section>
  )
}
