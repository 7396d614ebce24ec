import { fleetListText } from '../../../shared/text/window/fleetList'
import { Filter } from '../list/Filter'
import { choiceId, choiceName, choicesOf, choiceText } from './choices'

/** What is the same of all filters of a list. */
export interface Filled {
  readonly onOpen: () => void
  /** What is said where there is nothing to choose. */
  readonly empty: string
}

/** A word of the service, and how many rows have it. Null: what it did not say. */
export interface Counted {
  readonly name: string | null
  readonly count: number
  /** What people call it, where that is something else. */
  readonly title?: string | undefined
  readonly color?: string | undefined
}

interface WordFilterProps extends Filled {
  readonly name: string
  readonly chosen: readonly (string | null)[]
  readonly counted: readonly Counted[]
  readonly spell?: (word: string) => string
  readonly onChange: (chosen: (string | null)[]) => void
}

/** Filters by words of the service; what it did not say can be looked for too. */
export const WordFilter = ({ chosen, counted, spell, onChange, ...rest }: WordFilterProps) => (
  <Filter
    {...rest}
    chosen={chosen.map(choiceId)}
    choices={choicesOf(counted, spell)}
    isMultiple
    isSearched
    nameOf={(id) => choiceText(choiceName(id), spell)}
    onChange={(ids) => onChange(ids.map(choiceName))}
  />
)

const DAYS = ['7', '30'] as const

interface WithinFilterProps extends Filled {
  readonly name: string
  readonly chosen: 7 | 30 | null
  /** Null: not known. */
  readonly counts: { readonly within7: number; readonly within30: number } | null
  readonly onChange: (chosen: 7 | 30 | null) => void
}

/** Filters by what is due within some days. */
export const WithinFilter = ({ chosen, counts, onChange, ...rest }: WithinFilterProps) => (
  <Filter
    {...rest}
    chosen={chosen === null ? [] : [String(chosen)]}
    choices={DAYS.map((id) => ({
      id,
      text: fleetListText.within[id],
      ...(counts === null ? {} : { count: id === '7' ? counts.within7 : counts.within30 }),
    }))}
    onChange={([id]) => onChange(id === '7' ? 7 : id === '30' ? 30 : null)}
  />
)
