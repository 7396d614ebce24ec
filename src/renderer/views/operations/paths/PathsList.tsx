import { useCallback, useMemo, useRef, useState } from 'react'
import type { ApiPath } from '../../../../shared/apiPath'
import { apiPathsText as text } from '../../../../shared/text/window/apiPaths'
import type { PathsAccount } from '../../../state/apiPaths'
import { followOperation, showOperations, usePlace } from '../../../state/app'
import { usePathDrafts } from '../../../state/pathDrafts'
import { Button } from '../../../ui/Button'
import { classes } from '../../../ui/classes'
import { Grid } from '../../../ui/grid/Grid'
import { useWidth } from '../../../ui/useWidth'
import { searchedWords } from '../../list/marks'
import { fromSearch, NothingMatches } from '../../list/NothingMatches'
import { layOut } from '../../list/rowLayout'
import { SearchBox } from '../../list/SearchBox'
import { Toolbar } from '../../list/Toolbar'
import { matchingPaths } from './matchingPaths'
import { PathCells } from './PathCells'
import { PathsTools } from './PathsTools'

const COLUMNS = ['operation', 'standing', 'path', 'last'] as const
type Column = (typeof COLUMNS)[number]
const widths: Record<Column, { least: number; share: number }> = {
  operation: { least: 190, share: 5 },
  standing: { least: 164, share: 0 },
  path: { least: 200, share: 6 },
  last: { least: 190, share: 0 },
}
const titles = {
  operation: text.columns.title,
  standing: text.columns.standing,
  path: text.columns.path,
  last: text.columns.last,
} satisfies Record<Column, string>

/** The height of a row before it was drawn, and of a group's title, in CSS pixels. */
const HEIGHTS = { row: 41, stacked: 58, heading: 32 } as const
const ignore = () => {}

interface PathsListProps {
  readonly account: PathsAccount
  readonly all: readonly ApiPath[]
  /** The row to show and to focus; a new object each time. */
  readonly shown: { readonly id: string } | null
  readonly onShown: () => void
}

/** Every operation of an account, by group. */
export function PathsList({ account, all, shown, onShown }: PathsListProps) {
  const [search, setSearch] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const drafts = usePathDrafts()
  const words = useMemo(() => searchedWords(search), [search])
  const rows = useMemo(
    () => matchingPaths(all, words).map((path) => ({ ...path, id: path.operation })),
    [all, words],
  )
  /** Where a group begins. */
  const firsts = useMemo(
    () => new Map(rows.map((row, at) => [row.id, rows[at - 1]?.group === row.group ? null : row.group])),
    [rows],
  )
  const layout = useMemo(
    () => layOut<Column>({ columns: COLUMNS, widths, dispensable: [] }, width ?? 1000),
    [width],
  )
  const { service, id: accountId } = account
  const open = usePlace(({ operations }) => operations.operation)
  const renderRow = useCallback(
    (row: ApiPath) => (
      <PathCells
        row={row}
        words={words}
        service={service}
        isOpen={row.operation === open}
        isDrafted={drafts[`${accountId}/${row.operation}`] !== undefined}
      />
    ),
    [words, service, drafts, accountId, open],
  )
  const columns = useMemo(() => layout.columns.map((id) => ({ id, title: titles[id] })), [layout])
  const height = layout.isStacked ? HEIGHTS.stacked : HEIGHTS.row
  const headingOf = ({ id }: { readonly id: string }) => firsts.get(id) ?? null

  return (
    <>
      <Toolbar>
        <SearchBox label={text.search} value={search} onChange={setSearch} />
        <PathsTools account={account} all={all} />
      </Toolbar>
      <p role="status" className="px-4 py-1.5 text-sm text-ink-soft">
        {text.count(rows.length, all.length)} ·{' '}
        {text.changedCount(all.filter(({ isChanged }) => isChanged).length)}
      </p>
      <div ref={place} className="min-h-44 flex-1">
        {rows.length === 0 ? (
          <NothingMatches
            title={text.nothingMatches}
            narrowed={[search]}
            actions={<Button onPress={fromSearch(() => setSearch(''))}>{text.clearSearch}</Button>}
          />
        ) : (
          <Grid
            label={text.title}
            rows={rows}
            offset={0}
            total={rows.length}
            list={`${account.id} ${search}`}
            columns={columns}
            rowClass={classes('list-cells path-cells', layout.isStacked && 'is-stacked')}
            rowStyle={layout.style}
            estimate={(row) => height + (row !== undefined && headingOf(row) !== null ? HEIGHTS.heading : 0)}
            renderRow={renderRow}
            headingOf={headingOf}
            onLook={ignore}
            onOpen={({ operation }) => showOperations({ operation })}
            isOpenedByPress
            onActive={followOperation}
            shown={shown}
            onShown={onShown}
            open={open}
          />
        )}
      </div>
    </>
  )
}
