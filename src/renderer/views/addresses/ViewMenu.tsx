import { ArrowDown, ArrowUp, SlidersHorizontal } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { AddressColumn } from '../../../shared/addressView'
import type { Settings } from '../../../shared/settings'
import { addressesText } from '../../../shared/text/window/addresses'
import { changeSettings, settings } from '../../state/settings'
import { sortAddresses, useView } from '../../state/view'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { moveColumn } from '../../ui/grid/columns'
import { Select } from '../../ui/Select'
import { Tick } from '../../ui/Tick'

const ALL: readonly AddressColumn[] = ['address', 'note', 'labels', 'tag', 'account', 'created', 'state']
const DENSITIES = ['comfortable', 'compact'] as const

/** How the list looks: its columns and their order, how rows are sorted, how much room each has. */
export function ViewMenu() {
  const kept = settings.use(({ data }) => data)
  return (
    <DialogTrigger>
      <Button look="quiet" icon={<SlidersHorizontal className="size-4" aria-hidden="true" />}>
        {addressesText.view}
      </Button>
      <Popover
        placement="bottom end"
        offset={4}
        className="max-h-full w-72 animate-enter overflow-auto rounded-lg border border-line bg-raised shadow-floating outline-none"
      >
        {/* The popover is the dialog. */}
        <div className="flex flex-col gap-4 p-4">{kept !== null && <Known kept={kept} />}</div>
      </Popover>
    </DialogTrigger>
  )
}

function Known({ kept }: { readonly kept: Settings }) {
  const sort = useView((view) => view.sort)
  return (
    <>
      <Columns chosen={kept.addressColumns} />
      <div className="flex flex-col gap-2">
        <Select
          label={addressesText.sortBy}
          value={sort.by}
          options={ALL.map((id) => ({ id, text: addressesText.columns[id] }))}
          onChange={(chosen) => {
            const by = ALL.find((id) => id === chosen)
            if (by !== undefined) sortAddresses({ by, isDescending: by === 'created' })
          }}
          {...(sort.by === 'created' ? { hint: addressesText.grouped } : {})}
        />
        <Choice
          label={addressesText.order}
          value={sort.isDescending ? 'descending' : 'ascending'}
          options={['ascending', 'descending']}
          labels={sort.by === 'created' ? addressesText.ordersInTime : addressesText.orders}
          onChange={(order) => sortAddresses({ by: sort.by, isDescending: order === 'descending' })}
        />
      </div>
      <Choice
        label={addressesText.density}
        value={kept.density}
        options={DENSITIES}
        labels={addressesText.densities}
        onChange={(density) => void changeSettings({ density })}
      />
    </>
  )
}

/** Those that are shown, in their order, and then the others. */
function Columns({ chosen }: { readonly chosen: readonly AddressColumn[] }) {
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ readonly id: AddressColumn; readonly by: 1 | -1 } | null>(null)

  // A column that moves takes its buttons along, and the keyboard stays on them.
  useLayoutEffect(() => {
    if (moved.current === null) return
    const { id, by } = moved.current
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(`[data-column="${id}"] button`) ?? [])]
    const button = buttons[by === -1 ? 0 : 1]
    ;(button?.matches(':disabled') === true ? buttons[by === -1 ? 1 : 0] : button)?.focus()
    moved.current = null
  })

  const keep = (columns: readonly AddressColumn[]) => void changeSettings({ addressColumns: [...columns] })
  const move = (id: AddressColumn, by: 1 | -1) => {
    moved.current = { id, by }
    keep(moveColumn(chosen, id, by))
  }
  return (
    <div>
      <h2 className="mb-1 font-medium">{addressesText.viewColumns}</h2>
      <ul ref={list}>
        {[...chosen, ...ALL.filter((id) => !chosen.includes(id))].map((id) => {
          const name = addressesText.columns[id]
          const at = chosen.indexOf(id)
          return (
            <li key={id} data-column={id} className="flex h-8 items-center">
              <div className="min-w-0 flex-1">
                <Tick
                  label={name}
                  isSelected={at >= 0}
                  isDisabled={id === 'address'}
                  onChange={(isShown) =>
                    keep(isShown ? [...chosen, id] : chosen.filter((other) => other !== id))
                  }
                />
              </div>
              {at >= 0 && (
                <>
                  <Button
                    look="quiet"
                    size="small-icon"
                    aria-label={addressesText.moveUp(name)}
                    isDisabled={at === 0}
                    icon={<ArrowUp className="size-3.5" />}
                    onPress={() => move(id, -1)}
                  />
                  <Button
                    look="quiet"
                    size="small-icon"
                    aria-label={addressesText.moveDown(name)}
                    isDisabled={at === chosen.length - 1}
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
