import { type ReactNode, type Ref, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** Beside the title. */
  readonly control?: ReactNode
  readonly isBusy?: boolean
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** One part of what is known of a row, under its own name. */
export function Section({ title, control = null, isBusy = false, ref, children }: SectionProps) {
  const id = useId()
  return (
    <section
      ref={ref}
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
