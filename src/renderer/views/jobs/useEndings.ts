import { useEffect } from 'react'
import { jobsText as text } from '../../../shared/text/window/jobs'
import { call } from '../../bridge'
import { usePlace } from '../../state/app'
import { isGoing, isLink, openJob, type ShownJob } from '../../state/jobs'
import { litemailAccounts } from '../../state/litemail'
import { showTold } from '../../state/notices'
import { useBegunHere } from '../../state/planning'
import { followTopic } from '../../state/topics'
import { jobWords } from './jobWords'

const nameOf = (id: string): string | null =>
  litemailAccounts.use.getState().data?.find((account) => account.id === id)?.name ?? null

/** Told once, whoever asks at the same time. */
const told = new Set<string>()

async function tellIfEnded(id: string): Promise<void> {
  const [shown, rows] = await Promise.all([
    call('jobs.get', { id }),
    call('jobs.rows', { id, offset: 0, limit: 1 }),
  ])
  // What cannot be read is told where it is looked at.
  if (!shown.ok || isGoing(shown.value) || told.has(id)) return
  told.add(id)
  useBegunHere.setState(({ ids }) => ({ ids: ids.filter((other) => other !== id) }))
  const { dialog } = usePlace.getState()
  if (dialog?.kind === 'job' && dialog.jobId === id) return
  const inputs = rows.ok ? (rows.value[0]?.inputs ?? null) : null
  const words = text.ended(
    jobWords(shown.value, nameOf(shown.value.job.accountId), inputs),
    shown.value.counts,
    isLink(shown.value.job),
  )
  showTold(toneOf(shown.value), words, `job ${id}`, { label: text.show, run: () => openJob(id) })
}

/** A link is no success yet: somebody has to pay there. */
export const toneOf = ({ job, counts }: Pick<ShownJob, 'job' | 'counts'>): 'good' | 'warn' | 'bad' => {
  const { refused, unconfirmed, dropped } = counts
  if (refused > 0 || dropped > 0) return 'bad'
  return unconfirmed > 0 || isLink(job) ? 'warn' : 'good'
}

/** Tells of each job that was begun in this window how it ended. */
export function useEndings(): void {
  useEffect(() => {
    const look = async () => {
      await Promise.all(useBegunHere.getState().ids.map(tellIfEnded))
    }
    const stops = [followTopic('jobs', look), useBegunHere.subscribe(() => void look())]
    void look()
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}
