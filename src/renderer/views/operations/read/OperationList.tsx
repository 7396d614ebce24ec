import { Bookmark } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { ApiPath } from '../../../../shared/apiPath'
import type { OperationView } from '../../../../shared/operationAnswer'
import { explain } from '../../../../shared/text/errors'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { effectWords } from '../../../../shared/text/window/operations'
import type { PathsAccount } from '../../../state/apiPaths'
import { followOperation, showOperations, usePlace } from '../../../state/app'
import { fillFrom, operationViews } from '../../../state/operationReading'
import { Button } from '../../../ui/Button'
import { Cell } from '../../../ui/grid/Cell'
import { Grid } from '../../../ui/grid/Grid'
import { Marked } from '../../list/Marked'
import { searchedWords } from '../../list/marks'
import { fromSearch, NothingMatches } from '../../list/NothingMatches'
import { SearchBox } from '../../list/SearchBox'
import { Toolbar } from '../../list/Toolbar'
import { askedOperation } from '../paths/askedOperation'
import { matchingPaths } from '../paths/matchingPaths'
import { Standing } from '../paths/Standing'

/** A row: an operation, or something that it was asked and that has a name. */
interface Row {
  readonly id: string
  readonly path: ApiPath
  readonly view: OperationView | null
  /** The title of the group that begins with it. */
  readonly heading: string | null
}

const columns = (['operation', 'standing'] as const).map((id) => ({ id, title: text.columns[id] }))
/** The height of a row before it was drawn, and of a group's title, in CSS pixels. */
const HEIGHTS = { row: 49, heading: 32 } as const
const estimate = (row: Row | undefined) =>
  HEIGHTS.row + (row === undefined || row.heading === null ? 0 : HEIGHTS.heading)
const headingOf = ({ heading }: Row) => heading
const ignore = () => {}

/** Views first, by name; then the operations, by group. */
function rowsOf(paths: readonly ApiPath[], views: readonly OperationView[], all: readonly ApiPath[]): Row[] {
  const kept = views.flatMap((view) => {
    const path = all.find(({ operation }) => operation === view.operation)
    return path === undefined ? [] : [{ id: `view:${view.id}`, path, view }]
  })
  return [
    ...kept.map((row, at) => ({ ...row, heading: at === 0 ? text.keptViews : null })),
    ...paths.map((path, at) => ({
      ...{ id: path.operation, path, view: null },
      heading: paths[at - 1]?.group === path.group ? null : path.group,
    })),
  ]
}

interface OperationListProps {
  readonly account: PathsAccount
  readonly all: readonly ApiPath[]
  /** The row to show and to focus; a new object each time. */
  readonly shown: { readonly id: string } | null
  readonly onShown: () => void
}

/** What an account's service can be asked, and above it what was kept under a name. */
export function OperationList({ account, all, shown, onShown }: OperationListProps) {
  const [search, setSearch] = useState('')
  const { data: kept, error } = operationViews.use()
  const words = useMemo(() => searchedWords(search), [search])
  const paths = useMemo(() => matchingPaths(all, words), [all, words])
  const views = useMemo(() => {
    const hasWords = ({ name }: OperationView) => {
      const folded = searchedWords(name).join(' ')
      return words.every((word) => folded.includes(word))
    }
    return (kept ?? []).filter((view) => view.accountId === account.id && hasWords(view))
  }, [kept, words, account.id])
  const rows = useMemo(() => rowsOf(paths, views, all), [paths, views, all])

  const current = usePlace(({ operations }) => operations.operation)
  const renderRow = useCallback(
    (row: Row) => <OperationCells row={row} words={words} isOpen={row.id === current} />,
    [words, current],
  )
  const onOpen = ({ path, view }: Row) => {
    const operation = askedOperation(path.operation)
    if (view !== null && operation !== null) fillFrom(account, operation, view)
    showOperations({ operation: path.operation, part: 'read' })
  }
  return (
    <>
      <Toolbar>
        <SearchBox label={text.search} value={search} onChange={setSearch} />
      </Toolbar>
      <p role="status" className="px-4 py-1.5 text-sm text-ink-soft">
        {text.count(paths.length, all.length)}
        {error !== null && `. ${text.viewsFailed}: ${explain(error, account.service).reason}.`}
      </p>
      <div className="min-h-44 flex-1">
        {rows.length === 0 ? (
          <NothingMatches
            title={text.nothingMatches}
            narrowed={[search]}
            actions={<Button onPress={fromSearch(() => setSearch(''))}>{text.clearSearch}</Button>}
          />
        ) : (
          <Grid
            label={text.list}
            rows={rows}
            offset={0}
            total={rows.length}
            list={`${account.id} ${search}`}
            columns={columns}
            rowClass="operation-cells"
            estimate={estimate}
            renderRow={renderRow}
            headingOf={headingOf}
            onLook={ignore}
            onOpen={onOpen}
            isOpenedByPress
            onActive={follow}
            shown={shown}
            onShown={onShown}
            open={current}
          />
        )}
      </div>
    </>
  )
}

/** What is open follows the keyboard, but not into a view: that would fill in its inputs. */
const follow = (id: string) => {
  if (!id.startsWith('view:')) followOperation(id)
}

interface OperationCellsProps {
  readonly row: Row
  readonly words: readonly string[]
  /** It stands beside the list. */
  readonly isOpen: boolean
}

const OperationCells = ({ row: { path, view }, words, isOpen }: OperationCellsProps) => (
  <>
    <Cell place="operation" className={isOpen ? 'truncate font-semibold text-accent-ink' : 'truncate'}>
      {view === null ? (
        <span title={path.title}>
          <Marked text={path.title} words={words} />
        </span>
      ) : (
        <span title={text.viewOf(path.title)}>
          <Bookmark className="mr-1.5 inline size-3.5 text-ink-soft" aria-hidden="true" />
          <bdi>
            <Marked text={view.name} words={words} />
          </bdi>
        </span>
      )}
    </Cell>
    <Cell place="standing" className="flex gap-1.5 text-sm">
      {view !== null && <span className="truncate text-ink-soft">{path.title}</span>}
      {view === null && path.effect !== 'read' && (
        <>
          <span className="truncate text-ink-soft">{effectWords[path.effect]}</span>
          <span className="shrink-0 text-ink-soft" aria-hidden="true">
            ·
          </span>
        </>
      )}
      {view === null && (
        <span className="shrink-0">
          <Standing row={path} />
        </span>
      )}
    </Cell>
  </>
)
