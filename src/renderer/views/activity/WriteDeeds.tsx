import { ListTodo, Undo2 } from 'lucide-react'
import type { ActivityAbout, Written } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { outcomeOf } from '../../../shared/text/window/activityRow'
import { openJob } from '../../state/jobs'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { SettleButtons } from '../jobs/SettleButtons'
import { looksIn } from './looksIn'

const { details: text } = activityText

interface WriteDeedsProps {
  readonly row: Written
  readonly write: NonNullable<ActivityAbout['write']>
}

/** What can be done about a write: look once more, say how it stands, put back what stood before, open its job. */
export function WriteDeeds({ row, write: { isReadable, putBack } }: WriteDeedsProps) {
  const outcome = outcomeOf(row)
  const isOpen = (outcome === 'accepted' || outcome === 'unconfirmed') && !row.isRestored
  const place = looksIn(row)
  return (
    <>
      {isOpen && (
        <p className="text-ink-soft">
          {outcome === 'accepted' ? text.accepted : text.unconfirmed}{' '}
          {place === null ? text.looksNowhere : text.looksIn(place)}
        </p>
      )}
      <div className="flex min-w-0 flex-wrap gap-2">
        {isOpen && <SettleButtons id={row.id} isReadable={isReadable} isAccepted={outcome === 'accepted'} />}
        {putBack !== null && (
          <Button
            icon={<Undo2 className="size-4" aria-hidden="true" />}
            onPress={() => {
              const { accountId, operation, workspaceId, inputs } = putBack
              propose({ operation, of: { accountId, rows: [{ workspaceId, inputs }] } })
            }}
          >
            {text.putBack}
          </Button>
        )}
        {!row.isRestored && (
          <Button
            icon={<ListTodo className="size-4" aria-hidden="true" />}
            onPress={() => openJob(row.jobId)}
          >
            {text.openJob}
          </Button>
        )}
      </div>
    </>
  )
}
