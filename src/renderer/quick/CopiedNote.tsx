import { CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { close } from './known'

/** Long enough to be read, in milliseconds. */
const STAYS_MS = 600

/** Says that it is done; the window leaves by itself. */
export function CopiedNote({ email, count }: { readonly email: string; readonly count: number }) {
  useEffect(() => {
    const timer = setTimeout(close, STAYS_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p role="status" className="flex items-start gap-2 font-medium">
      <CircleCheck className="mt-0.5 size-4 shrink-0 text-good-ink" aria-hidden="true" />
      <span className="min-w-0 wrap-anywhere">
        {count === 1 ? text.copied(email) : text.copiedMany(count)}
      </span>
    </p>
  )
}
