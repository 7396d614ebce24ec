import { useRef } from 'react'
import { timeLeft } from '../../../shared/text/window/jobs'
import type { ShownJob } from '../../state/jobs'
import { endedOf, type Mark, msLeft } from './timeLeft'

/** How long the rest of a job takes, in words, from how it went on while it was looked at; null: not known. */
export function useTimeLeft({ job, counts, isRunning }: ShownJob): string | null {
  const mark = useRef<(Mark & { readonly id: string }) | null>(null)
  if (!isRunning || job.rest !== null) {
    mark.current = null
    return null
  }
  const now = Date.now()
  if (mark.current?.id !== job.id) mark.current = { id: job.id, at: now, ended: endedOf(counts) }
  const ms = msLeft(mark.current, counts, now)
  return ms === null ? null : timeLeft(ms)
}
