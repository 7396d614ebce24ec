import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { listText } from '../../../shared/text/window/list'
import { meetFinding, useFinding } from '../../state/finding'
import { listPlace } from './places'

const LONGEST_SEARCH = 200

interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (search: string) => void
}

/** Finds rows while one types. Escape empties it, the arrow down goes into the list. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const wanted = useFinding((state) => state.wanted)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (wanted === null) return
    field.current?.focus()
    field.current?.select()
    meetFinding()
  }, [wanted])

  function clear() {
    onChange('')
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = event.key === 'ArrowDown' || event.key === 'Enter' ? listPlace() : null
    if (row !== null) row.focus()
    else if (event.key === 'Escape' && value !== '') clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className="relative min-w-52 flex-1 basis-60 @min-[800px]/list:max-w-110">
      <Search
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-soft"
        aria-hidden="true"
      />
      <input
        ref={field}
        data-search
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={LONGEST_SEARCH}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-8 w-full rounded-md border border-control-line bg-canvas pr-8 pl-8.5 text-base text-ink select-text focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={listText.clearSearch}
          onClick={clear}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-pressed hover:text-ink"
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      )}
    </search>
  )
}
