import type { ReactNode } from 'react'
import { classes } from './classes'

const tones = {
  sample: 'border-sample-line bg-sample-soft text-sample-ink',
  warn: 'border-warn-line bg-warn-soft text-warn-ink',
  bad: 'border-danger-line bg-danger-soft text-danger-ink',
  plain: 'border-line bg-sunken text-ink-soft',
} as const

interface BandProps {
  readonly tone: keyof typeof tones
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A line across the window or a screen that holds for all of it. */
export const Band = ({ tone, icon, children, action }: BandProps) => (
  <div className={classes('flex items-center gap-2 border-b px-4 py-1.5 text-sm', tones[tone])}>
    <span className="shrink-0" aria-hidden="true">
      {icon}
    </span>
    <p className="min-w-0 flex-1 select-text">{children}</p>
    {action}
  </div>
)
