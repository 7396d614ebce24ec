import { ChevronDown, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { AddressFacets, AddressView } from '../../../shared/addressView'
import { explain } from '../../../shared/text/errors'
import { addressesText } from '../../../shared/text/window/addresses'
import { commonText, figure } from '../../../shared/text/window/common'
import { monthText } from '../../../shared/text/window/time'
import { accounts as allAccounts } from '../../state/accounts'
import { refreshFacets, useFacets } from '../../state/facets'
import { changeView, useView } from '../../state/view'
import { ChoiceMenu, type MenuChoice } from '../../ui/ChoiceMenu'
import { classes } from '../../ui/classes'

/** Nothing to choose from yet: the bar keeps its place. */
const unread: AddressFacets = { labels: [], accounts: [], months: [], hidden: 0, withoutNote: 0 }
const { filter, hiddenChoices } = addressesText
const HIDDEN = ['left-out', 'only', 'shown'] as const satisfies readonly AddressView['hidden'][]

/** What the list is narrowed down to, each with how many addresses it would show. */
export function FilterBar() {
  const view = useView()
  const hasManyAccounts = allAccounts.use(({ data }) => data !== null && data.length > 1)
  const { facets, error } = useFacets()
  const { labels, accounts, months, hidden, withoutNote } = facets ?? unread
  // What was not read is not told as nothing.
  const empty =
    facets !== null
      ? addressesText.noChoice
      : error === null
        ? commonText.loading
        : `${explain(error).reason}.`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no row of buttons
    <div
      role="group"
      aria-label={addressesText.filters}
      className="flex min-h-8 min-w-0 flex-wrap items-center gap-1.5"
    >
      <Filter
        name={filter.label}
        chosen={view.labels}
        choices={labels.map(({ name, count }) => ({ id: name, text: name, count }))}
        isMultiple
        empty={empty}
        onChange={(chosen) => changeView({ labels: [...chosen] })}
      />
      {(hasManyAccounts || view.accountIds.length > 0) && (
        <Filter
          name={filter.account}
          chosen={view.accountIds}
          choices={accounts.map(({ id, name, count }) => ({ id, text: name, count }))}
          isMultiple
          empty={empty}
          onChange={(chosen) => changeView({ accountIds: [...chosen] })}
        />
      )}
      <Filter
        name={filter.month}
        chosen={view.month === null ? [] : [view.month]}
        choices={months.map(({ month, count }) => ({ id: month, text: monthText(month), count }))}
        empty={empty}
        onChange={([chosen = null]) => changeView({ month: chosen })}
      />
      <Filter
        name={filter.hidden}
        chosen={view.hidden === 'left-out' ? [] : [view.hidden]}
        choices={HIDDEN.map((id) => ({
          id,
          text: hiddenChoices[id],
          ...(id === 'only' && facets !== null ? { count: hidden } : {}),
        }))}
        empty={empty}
        onChange={([chosen = 'left-out']) =>
          changeView({ hidden: HIDDEN.find((each) => each === chosen) ?? 'left-out' })
        }
      />
      <ToggleButton
        isSelected={view.isWithoutNote}
        onChange={(isWithoutNote) => changeView({ isWithoutNote })}
        className={({ isSelected }) => classes(looks.pill, isSelected ? looks.on : looks.off, 'px-2.5')}
      >
        {filter.isWithoutNote}
        {facets !== null && <span className="font-normal">{figure(withoutNote)}</span>}
      </ToggleButton>
    </div>
  )
}

const looks = {
  pill: 'inline-flex h-7 max-w-60 cursor-default items-center gap-1 text-sm font-medium data-focus-visible:outline-offset-0 data-focus-visible:z-10 rounded-md border',
  off: 'border-line bg-canvas text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed',
  on: 'border-transparent bg-selected text-accent-ink data-hovered:bg-pressed',
}

interface FilterProps {
  readonly name: string
  readonly chosen: readonly string[]
  readonly choices: readonly MenuChoice[]
  readonly isMultiple?: boolean
  readonly onChange: (chosen: readonly string[]) => void
  /** What is said where there is nothing to choose. */
  readonly empty: string
}

/** One filter: a button with its choices; with something chosen it says what, and can be taken off. */
function Filter({ name, chosen, choices, isMultiple = false, onChange, empty }: FilterProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const isOn = chosen.length > 0
  const texts = chosen.map((id) => choices.find((choice) => choice.id === id)?.text ?? id)
  return (
    <span className="flex">
      <MenuTrigger onOpenChange={(isOpen) => isOpen && void refreshFacets()}>
        <Button
          ref={trigger}
          className={classes(
            looks.pill,
            isOn ? `${looks.on} rounded-r-none pr-1 pl-2.5` : `${looks.off} pr-1.5 pl-2.5`,
          )}
        >
          <span className="truncate">{isOn ? `${name}: ${texts.join(', ')}` : name}</span>
          {!isOn && <ChevronDown className="size-3.5 shrink-0" aria-hidden="true" />}
        </Button>
        <ChoiceMenu
          label={name}
          choices={choices}
          chosen={chosen}
          isMultiple={isMultiple}
          onChange={onChange}
          empty={empty}
        />
      </MenuTrigger>
      {isOn && (
        <Button
          aria-label={addressesText.removeFilter(name)}
          onPress={() => {
            onChange([])
            trigger.current?.focus()
          }}
          className={classes(looks.pill, looks.on, 'w-6 justify-center rounded-l-none')}
        >
          <X className="size-3.5" aria-hidden="true" />
        </Button>
      )}
    </span>
  )
}
