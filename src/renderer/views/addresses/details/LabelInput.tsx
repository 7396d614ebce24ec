import { Plus, Tag } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { detailsText } from '../../../../shared/text/window/details'
import { allLabels } from '../../../state/labels'
import { classes } from '../../../ui/classes'
import { type LabelChoice, LONGEST_LABEL, labelChoices } from './labelChoices'

interface LabelInputProps {
  /** The labels that the address has. */
  readonly taken: readonly string[]
  readonly isFull: boolean
  readonly onAdd: (name: string) => Promise<boolean>
  readonly onRemoveLast: () => void
}

/**
 * Finds a label while it is typed, or makes it (ARIA, "Combobox pattern", list autocomplete with manual
 * selection). Own code because the library's one hides the rest of the window from screen readers while its list is open.
 */
export function LabelInput({ taken, isFull, onAdd, onRemoveLast }: LabelInputProps) {
  const all = allLabels.use(({ data }) => data)
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  /** The place of the choice that has the arrows; -1: what was typed counts. */
  const [place, setPlace] = useState(-1)
  const list = useId()
  const choices = labelChoices(typed, all ?? [], taken)
  const chosen = choices[place]
  const isShown = isOpen && choices.length > 0

  function type(text: string) {
    setTyped(text)
    setPlace(-1)
    setIsOpen(text.trim() !== '')
  }

  async function add(name: string) {
    type('')
    // What was not kept can be tried again.
    if (!(await onAdd(name))) setTyped(name)
  }

  function addTyped() {
    const wanted = typed.trim().toLowerCase()
    const same = choices.find(({ name }) => name.toLowerCase() === wanted)
    // The address has it already.
    if (same === undefined) type('')
    else void add(same.name)
  }

  /** From what was typed through the choices and back to it; closed, it opens at an end. */
  function move(by: 1 | -1) {
    const stops = choices.length + 1
    setPlace(((place + 1 + by + stops) % stops) - 1)
    setIsOpen(true)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event
    if (event.nativeEvent.isComposing) return
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Enter' && chosen !== undefined) void add(chosen.name)
    else if (key === 'Enter' && typed.trim() !== '') addTyped()
    else if (key === 'Backspace' && typed === '' && !event.repeat) onRemoveLast()
    else if (key === 'Escape' && (isShown || typed !== '')) type('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="min-w-28 flex-1">
      <input
        role="combobox"
        data-details="labels"
        value={typed}
        aria-label={detailsText.addLabel}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        {...(isShown && chosen !== undefined ? { 'aria-activedescendant': `${list}-${place}` } : {})}
        placeholder={detailsText.addLabel}
        maxLength={LONGEST_LABEL}
        disabled={isFull}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => void allLabels.refresh()}
        onBlur={() => {
          setIsOpen(false)
          setPlace(-1)
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-6 w-full min-w-0 bg-transparent px-1.5 text-base text-ink outline-none select-text"
      />
      <span
        role="listbox"
        id={list}
        aria-label={detailsText.labels}
        hidden={!isShown}
        // The field keeps the keyboard.
        onPointerDown={(event) => event.preventDefault()}
        className={classes(
          'absolute inset-x-0 top-full z-10 mt-1 max-h-60 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-floating',
          isShown ? 'block' : 'hidden',
        )}
      >
        {choices.map((choice, index) => (
          <Option
            key={choice.name}
            id={`${list}-${index}`}
            choice={choice}
            isChosen={index === place}
            onChoose={() => void add(choice.name)}
          />
        ))}
      </span>
    </span>
  )
}

interface OptionProps {
  readonly id: string
  readonly choice: LabelChoice
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Option({ id, choice: { name, count }, isChosen, onChoose }: OptionProps) {
  const Icon = count === null ? Plus : Tag
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the keys
    <span
      ref={(element) => {
        if (isChosen) element?.scrollIntoView({ block: 'nearest' })
      }}
      role="option"
      id={id}
      aria-selected={isChosen}
      onClick={onChoose}
      className={classes(
        'flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 hover:bg-hover',
        isChosen && 'bg-hover outline-2 -outline-offset-2 outline-focus',
      )}
    >
      <Icon className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">{count === null ? detailsText.createLabel(name) : name}</span>
      {count !== null && <span className="text-sm text-ink-soft">{count}</span>}
    </span>
  )
}
