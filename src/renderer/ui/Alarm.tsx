import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface AlarmProps {
  readonly words: string
  readonly advice?: string
  readonly actions?: ReactNode
}

/** Something went wrong here. Screen readers say it when it appears. */
export const Alarm = ({ words, advice = '', actions }: AlarmProps) => (
  <div
    role="alert"
    className="flex gap-2.5 rounded-lg border border-danger-line bg-danger-soft px-3 py-2.5 text-ink select-text"
  >
    <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger-ink" aria-hidden="true" />
    <div className="min-w-0 flex-1">
      <p className="font-medium wrap-anywhere">{words}</p>
      {advice !== '' && <p className="wrap-anywhere">{advice}</p>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  </div>
)
