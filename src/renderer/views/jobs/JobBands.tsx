import { ListTodo, PauseCircle } from 'lucide-react'
import { useEffect } from 'react'
import { countsText, restText, jobsText as text } from '../../../shared/text/window/jobs'
import { isGoing, openJob, openJobs, type ShownJob, totalOf } from '../../state/jobs'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'
import { JobSteps } from './JobSteps'
import { jobWords, useAccountName } from './jobWords'
import { useEndings } from './useEndings'
import { useTimeLeft } from './useTimeLeft'

/** So many jobs have a band of their own; more would leave no room for the screen. */
const MOST_BANDS = 2

/** Jobs that are under way or wait for their user, a line each over every screen; how those of this window ended is told. */
export function JobBands() {
  const data = openJobs.use((mirror) => mirror.data)
  useEffect(() => void openJobs.refresh(), [])
  useEndings()
  // One row ends before a line of it could be read; how it ended is told.
  const going = (data ?? []).filter(
    (shown) => isGoing(shown) && (shown.job.rest !== null || totalOf(shown.counts) > 1),
  )
  const waitingFirst = [...going].sort((one, other) => Number(one.isRunning) - Number(other.isRunning))
  const shown = waitingFirst.slice(0, MOST_BANDS)
  const [next] = waitingFirst.slice(MOST_BANDS)
  if (shown.length === 0) return null
  return (
    <section aria-label={text.band}>
      {shown.map((one) => (
        <JobBand key={one.job.id} shown={one} />
      ))}
      {next !== undefined && (
        <Band
          tone="plain"
          icon={<ListTodo className="size-4" />}
          action={
            <Button size="small" onPress={() => openJob(next.job.id)}>
              {text.details}
            </Button>
          }
        >
          {text.several(waitingFirst.length)}
        </Band>
      )}
    </section>
  )
}

function JobBand({ shown }: { readonly shown: ShownJob }) {
  const { job, counts, isSecretGone } = shown
  const name = useAccountName(job.accountId)
  const left = useTimeLeft(shown)
  const isResting = job.rest !== null
  const rest = isSecretGone ? text.secretsGone : job.rest === null ? null : restText(job.rest)
  return (
    <Band
      tone={isResting ? 'warn' : 'plain'}
      icon={isResting ? <PauseCircle className="size-4" /> : <ListTodo className="size-4" />}
      action={
        <span className="flex shrink-0 flex-wrap justify-end gap-2">
          <Button size="small" onPress={() => openJob(job.id)}>
            {job.rest?.why === 'first-row' ? text.look : text.details}
          </Button>
          {job.rest?.why !== 'first-row' && <JobSteps shown={shown} />}
        </span>
      }
    >
      <strong className="font-semibold">{jobWords(shown, name)}</strong>
      <span className="ml-2">
        {countsText(counts)}
        {left !== null && `; ${left}`}.{rest !== null && ` ${rest}`}
      </span>
    </Band>
  )
}
