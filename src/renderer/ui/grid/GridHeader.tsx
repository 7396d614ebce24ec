import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import { classes } from '../classes'
import { Title } from './Cell'
import type { Column, Sort } from './columns'

interface GridHeaderProps<Id extends string> {
  readonly columns: readonly Column<Id>[]
  readonly rowClass: string
  readonly rowStyle: CSSProperties | undefined
  readonly sort: Sort<Id> | null
  readonly onSort: ((by: Id) => void) | undefined
}

/** The titles of the columns. Those that sort are one stop for Tab; left and right move among them. */
export function GridHeader<Id extends string>({
  columns,
  rowClass,
  rowStyle,
  ...props
}: GridHeaderProps<Id>) {
  const { sort, onSort } = props
  const sortable = columns.filter(({ isSortable }) => isSortable === true)
  const [stop, setStop] = useState<Id | null>(null)
  const stopped = sortable.find(({ id }) => id === (stop ?? sort?.by)) ?? sortable[0]

  return (
    // biome-ignore lint/a11y/useSemanticElements: see Grid
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see Grid; its titles take the focus */}
      <div
        role="row"
        aria-rowindex={1}
        style={rowStyle}
        className={classes('h-[31px] text-sm text-ink-soft', rowClass)}
        onKeyDown={moveAmongTitles}
      >
        {columns.map(({ id, title, isTitleHidden, isSortable }) => (
          <Title
            key={id}
            place={id}
            sort={isSortable !== true ? null : sort?.by === id ? order(sort) : 'none'}
          >
            {isSortable === true ? (
              <button
                type="button"
                tabIndex={stopped?.id === id ? 0 : -1}
                onFocus={() => setStop(id)}
                onClick={() => onSort?.(id)}
                className={classes(
                  '-mx-1.5 inline-flex h-6 max-w-full items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-ink focus-visible:-outline-offset-1',
                  sort?.by === id && 'font-medium text-ink',
                )}
              >
                <span className="truncate">{title}</span>
                {sort?.by === id &&
                  (sort.isDescending ? (
                    <ArrowDown className="size-3 shrink-0" aria-hidden="true" />
                  ) : (
                    <ArrowUp className="size-3 shrink-0" aria-hidden="true" />
                  ))}
              </button>
            ) : (
              <span className={isTitleHidden === true ? 'sr-only' : undefined}>{title}</span>
            )}
          </Title>
        ))}
      </div>
    </div>
  )
}

const order = ({ isDescending }: Sort) => (isDescending ? 'descending' : 'ascending')

function moveAmongTitles(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const stops = [...event.currentTarget.querySelectorAll('button')]
  const at = stops.findIndex((stop) => stop.matches(':focus'))
  stops[Math.max(0, Math.min(at + (event.key === 'ArrowRight' ? 1 : -1), stops.length - 1))]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
