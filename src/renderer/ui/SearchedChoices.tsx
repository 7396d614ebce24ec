import { type KeyboardEvent, useRef, useState } from 'react'
import { listText } from '../../shared/text/window/list'
import { type ChoiceMenuProps, ChoicePopover, Choices } from './ChoiceMenu'

/** More choices than these are not read one by one. */
const MANY = 12
/** So many are drawn at once; typing brings the others. */
const MOST_DRAWN = 50

/**
 * As `ChoiceMenu`, for choices that may be more than anybody reads: a field above them leaves those that have what is typed.
 * Stands in a `DialogTrigger`. Own code because the library's `Autocomplete` would be loaded with the first screen, whose parts know of
 * it.
 */
export function SearchedChoices({ choices, chosen, empty, ...props }: ChoiceMenuProps) {
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  // Once it is there it stays: it may have the keyboard.
  const [hasField, setHasField] = useState(false)
  if (!hasField && choices.length > MANY) setHasField(true)
  // What was chosen when this was opened comes first, or it could not be found to be taken back.
  const [first] = useState(() => new Set(chosen))
  const inOrder = [
    ...choices.filter(({ id }) => first.has(id)),
    ...choices.filter(({ id }) => !first.has(id)),
  ]
  const found = sought === '' ? inOrder : inOrder.filter(({ text }) => text.toLowerCase().includes(sought))
  const left = found.length - MOST_DRAWN

  function onKeyDown(event: KeyboardEvent) {
    const [only] = found
    if (event.key === 'ArrowDown') place.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    else if (event.key === 'Enter' && sought !== '' && only !== undefined)
      props.onChange(chosen.includes(only.id) ? chosen.filter((id) => id !== only.id) : [...chosen, only.id])
    else return
    event.preventDefault()
  }

  return (
    <ChoicePopover label={props.label}>
      <div ref={place}>
        {hasField && (
          <input
            type="search"
            aria-label={listText.findAmong(props.label)}
            placeholder={listText.find}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: it stands where the press was
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            className="sticky top-0 z-10 mb-1 h-8 w-full rounded-md border border-control-line bg-canvas px-2 text-base text-ink select-text focus-visible:-outline-offset-2 [&::-webkit-search-cancel-button]:hidden"
          />
        )}
        <Choices
          // One that was to have the keyboard would take it from the field once its choices are there.
          key={String(hasField)}
          {...props}
          choices={found.slice(0, MOST_DRAWN)}
          chosen={chosen}
          isFocused={!hasField}
          empty={sought === '' ? empty : listText.nothingFound}
        />
        {left > 0 && <p className="px-2 py-1 text-sm text-ink-soft">{listText.moreChoices(left)}</p>}
      </div>
    </ChoicePopover>
  )
}
