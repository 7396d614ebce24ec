import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classes } from '../../ui/classes'

/** Of six columns; in a narrow window each has all of them. */
const widths = {
  third: 'col-span-2 @max-[620px]/overview:col-span-full',
  half: 'col-span-3 @max-[620px]/overview:col-span-full',
  most: 'col-span-4 @max-[620px]/overview:col-span-full',
  whole: 'col-span-full',
} as const

interface CardProps {
  readonly title: string
  readonly icon: LucideIcon
  readonly width?: keyof typeof widths
  readonly children: ReactNode
}

/** One part of the overview. */
export function Card({ title, icon: Icon, width = 'half', children }: CardProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={classes('flex min-w-0 flex-col rounded-xl border border-line bg-raised', widths[width])}
    >
      <header className="flex min-h-11 items-center gap-2 px-4 pt-2">
        <Icon className="size-4 shrink-0 text-ink-soft" aria-hidden="true" />
        <h2 id={id} className="min-w-0 flex-1 truncate font-semibold">
          {title}
        </h2>
      </header>
      <div className="flex flex-1 flex-col gap-4 px-4 pt-1 pb-4">{children}</div>
    </section>
  )
}

/** Where something was never read: no figure, and no zero. */
export const NotLoaded = ({ words }: { readonly words: string }) => (
  <div className="flex flex-1 flex-col justify-center gap-3 rounded-lg border border-dashed border-line px-4 py-6 text-center text-ink-soft">
    {words}
  </div>
)
