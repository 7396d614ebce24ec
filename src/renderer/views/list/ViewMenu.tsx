import { ArrowDown, ArrowUp, SlidersHorizontal } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { listText } from '../../../shared/text/window/list'
import { changeSettings, settings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { moveColumn, type Sort } from '../../ui/grid/columns'
import { Select } from '../../ui/Select'
import { Tick } from '../../ui/Tick'

const DENSITIES = ['comfortable', 'compact'] as const

/** What a column holds: how its order is called, and from which end it is sorted first. */
export type ColumnKind = keyof typeof listText.orders

interface ViewMenuProps<Id extends string> {
  /** Every column there is; the first is always shown. */
  readonly all: readonly Id[]
  readonly titles: Readonly<Record<Id, string>>
  readonly kindOf: (id: Id) => ColumnKind
  readonly columns: readonly Id[]
  readonly onColumns: (columns: Id[]) => void
  readonly sort: Sort<Id>
  readonly onSort: (sort: Sort<Id>) => void
  /** What the order does beside. */
  readonly sortHint?: string
}

/** Words are sorted from A, moments from the newest, figures from the largest. */
export const startsDescending = (kind: ColumnKind): boolean => kind !== 'words'

/** How a list looks: its columns and their order, how rows are sorted, how much room each has. */
export function ViewMenu<Id extends string>(props: ViewMenuProps<Id>) {
  const density = settings.use(({ data }) => data?.density ?? null)
  return (
    <DialogTrigger>
      <Button look="quiet" icon={<SlidersHorizontal className="size-4" aria-hidden="true" />}>
        {listText.view}
      </Button>
      <Popover
        placement="bottom end"
        offset={4}
        className="max-h-full w-72 animate-enter overflow-auto rounded-lg border border-line bg-raised shadow-floating outline-none"
      >
        {/* The popover is the dialog. */}
        <div className="flex flex-col gap-4 p-4">
          {density !== null && (
            <>
              <Columns {...props} />
              <Order {...props} />
              <Choice
                label={listText.density}
                value={density}
                options={DENSITIES}
                labels={listText.densities}
                onChange={(chosen) => void changeSettings({ density: chosen })}
              />
            </>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function Order<Id extends string>({ all, titles, kindOf, sort, onSort, sortHint }: ViewMenuProps<Id>) {
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={listText.sortBy}
        value={sort.by}
        options={all.map((id) => ({ id, text: titles[id] }))}
        onChange={(chosen) => {
          const by = all.find((id) => id === chosen)
          if (by !== undefined) onSort({ by, isDescending: startsDescending(kindOf(by)) })
        }}
        {...(sortHint === undefined ? {} : { hint: sortHint })}
      />
      <Choice
        label={listText.order}
        value={sort.isDescending ? 'descending' : 'ascending'}
        options={['ascending', 'descending']}
        labels={listText.orders[kindOf(sort.by)]}
        onChange={(order) => onSort({ by: sort.by, isDescending: order === 'descending' })}
      />
    </div>
  )
}

/** Those that are shown, in their order, and then the others. */
function Columns<Id extends string>({ all, titles, columns, onColumns }: ViewMenuProps<Id>) {
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ readonly id: Id; readonly by: 1 | -1 } | null>(null)

  // A column that moves takes its buttons along, and the keyboard stays on them.
  useLayoutEffect(() => {
    if (moved.current === null) return
    const { id, by } = moved.current
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(`[data-column="${id}"] button`) ?? [])]
    const button = buttons[by === -1 ? 0 : 1]
    ;(button?.matches(':disabled') === true ? buttons[by === -1 ? 1 : 0] : button)?.focus()
    moved.current = null
  })

  const move = (id: Id, by: 1 | -1) => {
    moved.current = { id, by }
    onColumns([...moveColumn(columns, id, by)])
  }
  return (
    <div>
      <h2 className="mb-1 font-medium">{listText.viewColumns}</h2>
      <ul ref={list}>
        {[...columns, ...all.filter((id) => !columns.includes(id))].map((id) => {
          const name = titles[id]
          const at = columns.indexOf(id)
          return (
            <li key={id} data-column={id} className="flex h-8 items-center">
              <div className="min-w-0 flex-1">
                <Tick
                  label={name}
                  isSelected={at >= 0}
                  isDisabled={id === all[0]}
                  onChange={(isShown) =>
                    onColumns(isShown ? [...columns, id] : columns.filter((other) => other !== id))
                  }
                />
              </div>
              {at >= 0 && (
                <>
                  <Button
                    look="quiet"
                    size="small-icon"
                    aria-label={listText.moveUp(name)}
                    isDisabled={at === 0}
                    icon={<ArrowUp className="size-3.5" />}
                    onPress={() => move(id, -1)}
                  />
                  <Button
                    look="quiet"
                    size="small-icon"
                    aria-label={listText.moveDown(name)}
                    isDisabled={at === columns.length - 1}
                    icon={<ArrowDown className="size-3.5" />}
                    onPress={() => move(id, 1)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
