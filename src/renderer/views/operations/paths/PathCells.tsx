import { Check, CircleDashed, TriangleAlert } from 'lucide-react'
import type { ApiPath } from '../../../../shared/apiPath'
import { type AtWhom, explain } from '../../../../shared/text/errors'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import { Age } from '../../../ui/Age'
import { Cell } from '../../../ui/grid/Cell'
import { Marked } from '../../list/Marked'
import { Standing } from './Standing'

interface PathCellsProps {
  readonly row: ApiPath
  /** What the list was searched for. */
  readonly words: readonly string[]
  readonly service: AtWhom
  /** Somebody began to change it. */
  readonly isDrafted: boolean
  /** It is the one beside the list. */
  readonly isOpen: boolean
}

/** One operation, as the cells of its row. */
export const PathCells = ({ row, words, service, isDrafted, isOpen }: PathCellsProps) => (
  <>
    <Cell place="operation" className="truncate">
      <span
        title={row.title}
        className={isOpen ? 'font-medium text-accent-ink' : undefined}
        {...(isOpen ? { 'aria-current': 'true' } : {})}
      >
        <Marked text={row.title} words={words} />
      </span>
    </Cell>
    <Cell place="standing" className="truncate">
      <Standing row={row} />
    </Cell>
    <Cell place="path" className="flex items-baseline gap-2">
      <span className="truncate font-mono" title={`${row.method} ${row.path}`}>
        <Marked text={`${row.method} ${row.path}`} words={words} />
      </span>
      {(row.isChanged || isDrafted) && (
        <span className="shrink-0 text-sm text-ink-soft">{isDrafted ? text.drafted : text.changed}</span>
      )}
    </Cell>
    <Cell place="last" className="truncate text-ink-soft">
      <LastAnswer row={row} service={service} />
    </Cell>
  </>
)

interface LastAnswerProps {
  readonly row: Pick<ApiPath, 'last'>
  readonly service: AtWhom
}

/** What came of an operation at last, and how long ago. */
function LastAnswer({ row: { last }, service }: LastAnswerProps) {
  if (last === null) {
    return (
      <>
        <CircleDashed className="mr-1.5 inline size-3.5" aria-hidden="true" />
        {text.neverAsked}
      </>
    )
  }
  const { at, problem } = last
  if (problem === null) {
    return (
      <>
        <Check className="mr-1.5 inline size-3.5 text-good-ink" aria-hidden="true" />
        {text.answered} <Age at={at} />
      </>
    )
  }
  return (
    <span title={`${explain(problem, service).reason}.`}>
      <TriangleAlert className="mr-1.5 inline size-3.5 text-warn-ink" aria-hidden="true" />
      {text.problem(problem)} <Age at={at} />
    </span>
  )
}
