import type { ReactNode } from 'react'

interface MessageProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What a whole screen says when it has nothing to list. */
export const Message = ({ icon, title, children, actions }: MessageProps) => (
  <div className="flex h-full flex-col items-center justify-center overflow-y-auto p-8 text-center">
    <div className="flex size-11 items-center justify-center rounded-xl border border-line bg-sunken text-ink-soft">
      {icon}
    </div>
    <h2 className="mt-4 text-lg font-semibold text-balance">{title}</h2>
    {children !== undefined && (
      <div className="mt-1 max-w-90 text-pretty text-ink-soft select-text">{children}</div>
    )}
    {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)
