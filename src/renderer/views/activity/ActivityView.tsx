import { History } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import type { Activity } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { listText } from '../../../shared/text/window/list'
import { activity, useActivityView, wholeActivity } from '../../state/activity'
import { activityDetails, useShownActivity } from '../../state/activityDetails'
import { Button } from '../../ui/Button'
import { Grid } from '../../ui/grid/Grid'
import { Message } from '../../ui/Message'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { fromSearch, NothingMatches } from '../list/NothingMatches'
import { ActivityCells } from './ActivityCells'
import { ActivityTools } from './ActivityTools'

const ActivityDetails = lazy(() =>
  import('./ActivityDetails').then(({ ActivityDetails }) => ({ default: ActivityDetails })),
)

const columns = (['when', 'what', 'outcome', 'account', 'via'] as const).map((id) => ({
  id,
  title: activityText.columns[id],
}))

const onLook = (first: number, last: number) => void activity.look(first, last)
const redo = () => void activity.refresh()
const renderRow = (row: Activity) => <ActivityCells row={row} />
const estimate = (row: Activity | undefined) =>
  (row?.kind === 'address.create' || row?.kind === 'write') && row.problem !== null ? 78 : 58
const onOpen = ({ id }: Activity) => activityDetails.open(id)
const onShown = () => useShownActivity.setState({ row: null })
const isNarrowing = (view: typeof wholeActivity) => JSON.stringify(view) !== JSON.stringify(wholeActivity)
const clear = fromSearch(() => useActivityView.setState(wholeActivity))

/** Everything that Mailroom was asked to write, with how it ended. */
export function ActivityView() {
  const { rows, offset, total, answer, status, error } = activity.use()
  const open = activityDetails.use(({ id }) => id)
  const shown = useShownActivity(({ row }) => row)
  useEffect(redo, [])
  const hasRows = total !== null && total > 0
  const isNarrowed = answer !== null && isNarrowing({ ...wholeActivity, ...answer.view })
  return (
    <>
      <ScreenHeader title={activityText.title} count={hasRows ? activityText.count(total) : null} />
      {status === 'failed' && error !== null && (
        <div className="p-4">
          <Problem error={error} title={activityText.failed} context={{ redo }} />
        </div>
      )}
      <div className="with-details">
        <div className="@container/list flex min-h-0 flex-col">
          {(hasRows || isNarrowed) && <ActivityTools />}
          <div className="@container/main min-h-0 flex-1">
            {hasRows && (
              <Grid
                label={activityText.title}
                rows={rows}
                offset={offset}
                total={total}
                list={answer?.view}
                columns={columns}
                rowClass="activity-cells"
                estimate={estimate}
                renderRow={renderRow}
                onLook={onLook}
                onOpen={onOpen}
                isOpenedByPress
                onActive={activityDetails.follow}
                open={open}
                shown={shown}
                onShown={onShown}
              />
            )}
            {total === 0 && isNarrowed && (
              <NothingMatches
                title={activityText.nothingMatches}
                narrowed={[]}
                actions={<Button onPress={clear}>{listText.clearFilters}</Button>}
              />
            )}
            {total === 0 && !isNarrowed && status === 'ready' && (
              <Message icon={<History className="size-5" aria-hidden="true" />} title={activityText.empty}>
                {activityText.emptyLead}
              </Message>
            )}
            {total === null && status === 'loading' && <Reading words={activityText.reading} />}
          </div>
        </div>
        {open !== null && (
          <Suspense>
            <ActivityDetails />
          </Suspense>
        )}
      </div>
    </>
  )
}
