import type { JobRest } from '../../../shared/job'
import { jobsText as text } from '../../../shared/text/window/jobs'
import { openDialog } from '../../state/app'
import { continueJob, leftOf, pauseJob, type ShownJob, stopJob } from '../../state/jobs'
import { Button } from '../../ui/Button'
import { StepButton } from '../../ui/StepButton'

/** It goes on only with another key. */
const needsKey = (rest: JobRest | null): boolean =>
  rest?.problem != null && ['unauthorized', 'other-user', 'key-replaced'].includes(rest.problem.kind)

/** What can be done about a job that is under way or waits: pause, or continue and stop. */
export function JobSteps({ shown }: { readonly shown: ShownJob }) {
  const { job, counts, isSecretGone } = shown
  if (job.isRestored) return null
  if (job.rest === null) {
    return (
      <Button size="small" onPress={() => void pauseJob(job)}>
        {text.pause}
      </Button>
    )
  }
  const { accountId } = job
  // What it took that it did not name is looked into first.
  const isBarred = isSecretGone || job.rest.problem?.kind === 'others-changed'
  const isFirst = job.rest.why === 'first-row'
  return (
    <>
      {needsKey(job.rest) && (
        <Button size="small" onPress={() => openDialog({ kind: 'replace-litemail-key', accountId })}>
          {text.replaceKey}
        </Button>
      )}
      {job.rest.problem?.kind === 'no-such-path' && (
        <StepButton next="fix-path" context={{ service: 'litemail', accountId, operation: job.operation }} />
      )}
      {!isBarred && (
        <Button size="small" onPress={() => void continueJob(job)}>
          {isFirst ? text.continueOthers(leftOf(counts)) : text.continue}
        </Button>
      )}
      <Button size="small" onPress={() => void stopJob(job)}>
        {text.stop}
      </Button>
    </>
  )
}
