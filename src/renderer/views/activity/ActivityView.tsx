import { History } from 'lucide-react'
import { useEffect } from 'react'
import type { Activity } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { activity } from '../../state/activity'
import { Grid } from '../../ui/grid/Grid'
import { Message } from '../../ui/Message'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { ActivityCells } from './ActivityCells'

const columns = (['when', 'what', 'outcome', 'account', 'via'] as const).map((id) => ({
  id,
  title: activityText.columns[id],
}))

const onLook = (first: number, last: number) => void activity.look(first, last)
const redo = () => void activity.refresh()
const renderRow = (row: Activity) => <ActivityCells row={row} />
const estimate = (row: Activity | undefined) =>
  row?.kind === 'address.create' && row.problem !== null ? 78 : 58

/** Everything that Mailroom was asked to write, with how it ended. */
export function ActivityView() {
  const { rows, offset, total, status, error } = activity.use()
  useEffect(redo, [])
  const hasRows = total !== null && total > 0
  return (
    <>
      <ScreenHeader title={activityText.title} count={hasRows ? activityText.count(total) : null} />
      {status === 'failed' && error !== null && (
        <div className="p-4">
          <Problem error={error} title={activityText.failed} context={{ redo }} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        {hasRows && (
          <Grid
            label={activityText.title}
            rows={rows}
            offset={offset}
            total={total}
            columns={columns}
            rowClass="activity-cells"
            estimate={estimate}
            renderRow={renderRow}
            onLook={onLook}
          />
        )}
        {total === 0 && status === 'ready' && (
          <Message icon={<History className="size-5" aria-hidden="true" />} title={activityText.empty}>
            {activityText.emptyLead}
          </Message>
        )}
        {total === null && status === 'loading' && <Reading words={activityText.reading} />}
      </div>
    </>
  )
}
