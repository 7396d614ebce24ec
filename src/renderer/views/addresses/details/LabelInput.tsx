import { Plus, Tag } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { detailsText } from '../../../../shared/text/window/details'
import { allLabels } from '../../../state/labels'
import { type LabelChoice, labelChoices } from './labelChoices'

const LONGEST_LABEL = 40

interface LabelInputProps {
  /** The labels that the address has. */
  readonly taken: readonly string[]
  readonly isFull: boolean
  readonly onAdd: (name: string) => Promise<boolean>
  readonly onRemoveLast: () => void
}

/** Finds a label while it is typed, or makes it. */
export function LabelInput({ taken, isFull, onAdd, onRemoveLast }: LabelInputProps) {
  const all = allLabels.use(({ data }) => data)
  const [typed, setTyped] = useState('')
  const choices = labelChoices(typed, all ?? [], taken)

  async function add(name: string) {
    setTyped('')
    // What was not kept can be tried again.
    if (!(await onAdd(name))) setTyped(name)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const field = event.currentTarget
    const isChosen = field.getAttribute('aria-activedescendant') !== null
    const first = choices[0]
    if (event.key === 'Enter' && !isChosen && typed.trim() !== '') {
      const same = choices.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())
      if (first !== undefined) void add((same ?? { name: typed.trim() }).name)
      else setTyped('')
    } else if (event.key === 'Backspace' && typed === '' && !event.repeat) onRemoveLast()
    else if (event.key === 'Escape' && typed !== '') setTyped('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <ComboBox<LabelChoice>
      aria-label={detailsText.addLabel}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection={false}
      isDisabled={isFull}
      items={choices}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(name) => {
        if (name !== null) void add(String(name))
      }}
      className="min-w-28 flex-1"
    >
      <Input
        data-details="labels"
        placeholder={taken.length === 0 ? detailsText.addLabel : ''}
        maxLength={LONGEST_LABEL}
        onFocus={() => void allLabels.refresh()}
        onKeyDownCapture={onKeyDown}
        className="h-6 w-full min-w-0 bg-transparent px-1.5 text-base text-ink outline-none select-text"
      />
      <Popover
        offset={6}
        className="max-h-60 min-w-(--trigger-width) max-w-80 animate-enter overflow-auto rounded-lg border border-line bg-raised p-1 shadow-floating"
      >
        <ListBox<LabelChoice> className="outline-none">
          {({ name, count }) => (
            <ListBoxItem
              id={name}
              textValue={name}
              className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
            >
              {count === null ? (
                <Plus className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
              ) : (
                <Tag className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
              )}
              <span className="min-w-0 flex-1 truncate">
                {count === null ? detailsText.createLabel(name) : name}
              </span>
              {count !== null && <span className="text-sm text-ink-soft">{count}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
