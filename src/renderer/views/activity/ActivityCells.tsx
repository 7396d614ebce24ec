import type { Activity } from '../../../shared/activity'
import { explain } from '../../../shared/text/errors'
import { activityText } from '../../../shared/text/window/activity'
import { Age } from '../../ui/Age'
import { Cell } from '../../ui/grid/Cell'
import { Outcome } from './Outcome'

/** One row of Activity, as the cells of its row. */
export function ActivityCells({ row }: { readonly row: Activity }) {
  const { kind, email, plannedAt, state, evidence, problem, takenNames, accountName, via } = row
  return (
    <>
      <Cell place="when" className="text-ink-soft">
        <Age at={plannedAt} />
      </Cell>
      <Cell place="what">
        <p className="truncate font-mono select-text" title={email ?? undefined}>
          {email ?? <span className="font-sans text-ink-soft">{activityText.noName}</span>}
        </p>
        <p className="text-sm text-ink-soft">
          {row.isRestored
            ? `${activityText.kinds[kind]} · ${activityText.restored}`
            : activityText.kinds[kind]}
        </p>
        {takenNames.length > 0 && (
          <p className="line-clamp-2 text-sm wrap-anywhere text-ink-soft select-text">
            {activityText.taken(takenNames)}
          </p>
        )}
      </Cell>
      <Cell place="outcome">
        <Outcome state={state} />
        {evidence !== null && <p className="text-sm text-ink-soft">{activityText.evidence[evidence]}</p>}
        {problem !== null && (
          <p
            className="line-clamp-3 text-sm wrap-anywhere text-ink-soft select-text"
            title={explain(problem).reason}
          >
            {explain(problem).reason}.
          </p>
        )}
      </Cell>
      <Cell place="account" className="truncate text-ink-soft">
        <span title={accountName ?? undefined}>{accountName ?? activityText.noAccount}</span>
      </Cell>
      <Cell place="via" className="truncate text-ink-soft">
        {activityText.via[via]}
      </Cell>
    </>
  )
}
