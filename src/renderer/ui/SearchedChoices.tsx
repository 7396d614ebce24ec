import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { listText } from '../../shared/text/window/list'
import { type ChoiceMenuProps, ChoicePopover, Choices } from './ChoiceMenu'

/** So many are drawn at once; typing brings the others. */
const MOST_DRAWN = 50

/** As `ChoiceMenu`, for more choices than anybody reads: a field above them leaves those that have what is typed. */
export function SearchedChoices({ choices, chosen, empty, ...props }: ChoiceMenuProps) {
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  const isChosen = ({ id }: { readonly id: string }) => chosen.includes(id)
  // What is chosen comes first, or it could not be found to be taken back.
  const inOrder = [...choices.filter(isChosen), ...choices.filter((choice) => !isChosen(choice))]
  const found = sought === '' ? inOrder : inOrder.filter(({ text }) => text.toLowerCase().includes(sought))
  const left = found.length - MOST_DRAWN
  return (
    <ChoicePopover>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField
          aria-label={listText.findAmong(props.label)}
          autoFocus
          className="sticky top-0 z-10 bg-raised p-1"
        >
          <Input
            placeholder={listText.find}
            className="h-7 w-full rounded-md border border-control-line bg-canvas px-2 text-base text-ink focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <Choices
          {...props}
          choices={found.slice(0, MOST_DRAWN)}
          chosen={chosen}
          empty={sought === '' ? empty : listText.nothingFound}
        />
      </Autocomplete>
      {left > 0 && <p className="px-2 py-1 text-sm text-ink-soft">{listText.moreChoices(left)}</p>}
    </ChoicePopover>
  )
}
