import { useState } from 'react'
import { cloudflareText as text } from '../../../../shared/text/window/accountLists'
import { TextField } from '../../../ui/TextField'
import { Tick } from '../../../ui/Tick'
import type { Zone } from './zones'

/** So many are drawn at once; searching brings the others. */
const MOST_DRAWN = 100
/** More than these are not read one by one. */
const MANY = 12

interface ZoneChoiceProps {
  readonly zones: readonly Zone[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Which of the domains are connected; those that are already cannot be chosen. */
export function ZoneChoice({ zones, chosen, onChange }: ZoneChoiceProps) {
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  const found = zones.filter(({ name }) => name.toLowerCase().includes(sought))
  const free = found.filter(({ isConnected }) => isConnected !== true)
  const areAll = free.length > 0 && free.every(({ name }) => chosen.has(name))
  const left = found.length - MOST_DRAWN

  const choose = (names: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const name of names) {
      if (isChosen) next.add(name)
      else next.delete(name)
    }
    onChange(next)
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{text.zones}</legend>
      {zones.length > MANY && (
        <TextField label={text.find} value={typed} onChange={setTyped} maxLength={253} />
      )}
      {free.length > 1 && (
        <Tick
          label={text.all(free.length)}
          isSelected={areAll}
          onChange={(isChosen) =>
            choose(
              free.map(({ name }) => name),
              isChosen,
            )
          }
        />
      )}
      <div className="flex max-h-60 flex-col overflow-y-auto rounded-lg border border-line px-3 py-1.5">
        {found.length === 0 && <p className="text-ink-soft">{text.nothingFound}</p>}
        {found.slice(0, MOST_DRAWN).map(({ name, status, isConnected }) => (
          <Tick
            key={name}
            label={name}
            hint={[status, isConnected === true ? text.connected : null]
              .filter((word) => word !== null)
              .join(', ')}
            isSelected={isConnected === true || chosen.has(name)}
            isDisabled={isConnected === true}
            onChange={(isChosen) => choose([name], isChosen)}
          />
        ))}
        {left > 0 && <p className="py-1 text-sm text-ink-soft">{text.left(left)}</p>}
      </div>
    </fieldset>
  )
}
