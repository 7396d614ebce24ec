import type { ReactNode } from 'react'

/** What is looked for in a list, and how it is listed. */
export const Toolbar = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
    {children}
  </div>
)
