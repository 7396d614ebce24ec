import type { ReactNode } from 'react'

interface ScreenHeaderProps {
  readonly title: string
  /** How much there is, in words. */
  readonly count?: string | null
  readonly children?: ReactNode
}

/** The top of a screen: its name, and what can be done there. */
export const ScreenHeader = ({ title, count = null, children }: ScreenHeaderProps) => (
  <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
    <div className="flex min-w-28 flex-1 items-baseline gap-2">
      <h1 className="text-lg font-semibold">{title}</h1>
      {count !== null && <span className="truncate text-sm text-ink-soft">{count}</span>}
    </div>
    {children}
  </header>
)
