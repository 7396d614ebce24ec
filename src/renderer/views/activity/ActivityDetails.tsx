import type { ActivityAbout, Written } from '../../../shared/activity'
import { explain } from '../../../shared/text/errors'
import { lostNames } from '../../../shared/text/health'
import { activityText as text } from '../../../shared/text/window/activity'
import { aboutWrite, whatOf } from '../../../shared/text/window/activityRow'
import { moment } from '../../../shared/text/window/time'
import { activityDetails, useShownActivity } from '../../state/activityDetails'
import { DetailsFrame } from '../list/details/DetailsFrame'
import { Fact, Facts } from '../list/details/Fact'
import { Large } from '../list/details/Large'
import { ActivityValues } from './ActivityValues'
import { OutcomeOf } from './RowOutcome'
import { WriteDeeds } from './WriteDeeds'

const idOf = ({ row }: ActivityAbout) => row.id

/** The region "Details" of a row of Activity. */
export const ActivityDetails = () => (
  <DetailsFrame
    details={activityDetails}
    idOf={idOf}
    onShow={(id) => useShownActivity.setState({ row: { id } })}
    context={{ service: 'litemail' }}
  >
    {(about) => <About key={about.row.id} about={about} />}
  </DetailsFrame>
)

function About({ about: { row, write } }: { readonly about: ActivityAbout }) {
  const { details } = text
  return (
    <div className="flex flex-col gap-5 px-4 pt-4 pb-6">
      <div className="flex flex-col gap-3">
        <Large text={titleOf(row)} />
        <div>
          <OutcomeOf row={row} />
        </div>
        {row.kind === 'write' && row.problem !== null && (
          <p className="wrap-anywhere text-ink-soft select-text">
            {explain(row.problem, 'litemail').reason}.
          </p>
        )}
        {row.kind === 'write' && write !== null && <WriteDeeds row={row} write={write} />}
      </div>
      {row.kind === 'write' && <ActivityValues row={row} />}
      <Facts>
        <Fact name={text.columns.what}>{whatOf(row)}</Fact>
        {row.kind !== 'domains.lost' && (
          <Fact name={details.account}>{row.accountName ?? text.noAccount}</Fact>
        )}
        <Fact name={details.begun}>{moment(row.kind === 'address.create' ? row.plannedAt : row.at)}</Fact>
        {row.kind === 'write' && <Moments row={row} />}
        {row.isRestored && <Fact name={details.from}>{text.restored}</Fact>}
      </Facts>
    </div>
  )
}

const titleOf = (row: ActivityAbout['row']): string => {
  if (row.kind === 'write') return aboutWrite(row)
  return row.kind === 'domains.lost' ? lostNames(row.losses) : (row.email ?? whatOf(row))
}

/** When it was sent, ended and was seen; and what Litemail calls what it was about. */
function Moments({ row }: { readonly row: Written }) {
  const { details } = text
  return (
    <>
      <Fact name={details.sentAt}>{row.sentAt === null ? details.notSentAt : moment(row.sentAt)}</Fact>
      {row.settledAt !== null && <Fact name={details.settledAt}>{moment(row.settledAt)}</Fact>}
      {row.confirmedAt !== null && <Fact name={details.confirmedAt}>{moment(row.confirmedAt)}</Fact>}
      {row.target !== null && row.target.name !== row.target.serviceId && (
        <Fact name={details.litemailId}>
          <span className="font-mono">{row.target.serviceId}</span>
        </Fact>
      )}
    </>
  )
}
