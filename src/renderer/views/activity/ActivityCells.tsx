import type { ReactNode } from 'react'
import type { Activity, Creation, Doing, LossTold, Written } from '../../../shared/activity'
import { explain } from '../../../shared/text/errors'
import { lostNames } from '../../../shared/text/health'
import { activityText } from '../../../shared/text/window/activity'
import { aboutWrite, whatOf } from '../../../shared/text/window/activityRow'
import { Age } from '../../ui/Age'
import { Cell } from '../../ui/grid/Cell'
import { OutcomeOf } from './RowOutcome'

/** One row of Activity, as the cells of its row. */
export function ActivityCells({ row }: { readonly row: Activity }) {
  if (row.kind === 'domains.lost') return <LossCells row={row} />
  if (row.kind === 'write') return <WriteCells row={row} />
  return row.kind === 'address.create' ? <CreationCells row={row} /> : <DoingCells row={row} />
}

const CreationCells = ({ row }: { readonly row: Creation }) => {
  const { plannedAt, problem, takenNames, via } = row
  return (
    <Cells
      {...row}
      what={<Email email={row.email} />}
      at={plannedAt}
      beside={
        takenNames.length > 0 && (
          <p className="line-clamp-2 text-sm wrap-anywhere text-ink-soft select-text">
            {activityText.taken(takenNames)}
          </p>
        )
      }
      outcome={
        <>
          <OutcomeOf row={row} />
          {problem !== null && (
            <p
              className="line-clamp-3 text-sm wrap-anywhere text-ink-soft select-text"
              title={explain(problem).reason}
            >
              {explain(problem).reason}.
            </p>
          )}
        </>
      }
      via={activityText.via[via]}
    />
  )
}

/** A write at Litemail, by what it is about. */
const WriteCells = ({ row }: { readonly row: Written }) => (
  <Cells
    {...row}
    title={whatOf(row)}
    what={
      <p className="truncate select-text" title={aboutWrite(row)}>
        {aboutWrite(row)}
      </p>
    }
    outcome={
      <>
        <OutcomeOf row={row} />
        {row.problem !== null && (
          <p
            className="line-clamp-3 text-sm wrap-anywhere text-ink-soft select-text"
            title={explain(row.problem, 'litemail').reason}
          >
            {explain(row.problem, 'litemail').reason}.
          </p>
        )}
      </>
    }
    via={activityText.via.window}
  />
)

/** What was shown, copied or written to a file: there is nothing to wait for. */
const DoingCells = ({ row }: { readonly row: Doing }) => (
  <Cells
    {...row}
    what={row.email === null ? <p>{activityText.exportedOf(row.count ?? 0)}</p> : <Email email={row.email} />}
    outcome={<OutcomeOf row={row} />}
    via={activityText.via.window}
  />
)

/** What checks found missing, and was told. */
function LossCells({ row }: { readonly row: LossTold }) {
  const { kind, losses, at, isRestored } = row
  const names = lostNames(losses)
  return (
    <Cells
      kind={kind}
      isRestored={isRestored}
      accountName={null}
      at={at}
      what={
        <p className="truncate select-text" title={names}>
          {names}
        </p>
      }
      outcome={<OutcomeOf row={row} />}
      via={activityText.byItself}
    />
  )
}

const Email = ({ email }: { readonly email: string | null }) => (
  <p className="truncate font-mono select-text" title={email ?? undefined}>
    {email ?? <span className="font-sans text-ink-soft">{activityText.noName}</span>}
  </p>
)

interface CellsProps {
  readonly kind: Activity['kind']
  /** What was done; its kind unless told. */
  readonly title?: string
  readonly isRestored: boolean
  readonly accountName: string | null
  readonly at: number
  readonly what: ReactNode
  readonly beside?: ReactNode
  readonly outcome: ReactNode
  readonly via: string
}

function Cells({
  kind,
  title = activityText.kinds[kind],
  isRestored,
  accountName,
  at,
  what,
  beside,
  outcome,
  via,
}: CellsProps) {
  return (
    <>
      <Cell place="when" className="text-ink-soft">
        <Age at={at} />
      </Cell>
      <Cell place="what">
        {what}
        <p className="text-sm text-ink-soft">{isRestored ? `${title} · ${activityText.restored}` : title}</p>
        {beside}
      </Cell>
      <Cell place="outcome">{outcome}</Cell>
      <Cell place="account" className="truncate text-ink-soft">
        <span title={accountName ?? undefined}>{accountName ?? activityText.noAccount}</span>
      </Cell>
      <Cell place="via" className="truncate text-ink-soft">
        {via}
      </Cell>
    </>
  )
}
