import type { AnyOperation } from '../../../../shared/litemail/operation'
import { explain } from '../../../../shared/text/errors'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { effectWords } from '../../../../shared/text/window/operations'
import { type PathsAccount, useApiPaths } from '../../../state/apiPaths'
import { Age } from '../../../ui/Age'
import { Standing } from './Standing'

interface PathHeadProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
}

/** Which operation it is, what it does, and how it stands. */
export function PathHead({ account, operation }: PathHeadProps) {
  const row = useApiPaths(({ rows }) => rows?.find((one) => one.operation === operation.id))
  const [title, ...others] = operation.titles
  return (
    <header className="flex flex-col gap-1 select-text">
      <h2
        data-details="panel"
        tabIndex={-1}
        className="w-fit rounded-sm text-lg font-semibold text-pretty wrap-anywhere"
      >
        {title}
      </h2>
      <p className="text-ink-soft">
        {operation.group} · <span className="font-mono">{operation.id}</span> ·{' '}
        <span title={text.effectStays}>{effectWords[operation.effect]}</span>
      </p>
      {others.length > 0 && <p className="text-sm text-ink-soft">{text.alsoCalled(others)}</p>}
      {row !== undefined && (
        <p>
          <Standing row={row} />
          {row.last?.problem != null && (
            <span className="wrap-anywhere text-ink-soft">
              . {explain(row.last.problem, account.service).reason}, <Age at={row.last.at} />.
            </span>
          )}
        </p>
      )}
    </header>
  )
}
