import { Filter } from '../list/Filter'
import { choiceId, choiceName, choicesOf, choiceText } from './choices'

interface WordFilterProps {
  readonly name: string
  readonly chosen: readonly (string | null)[]
  readonly counted: readonly { readonly name: string | null; readonly count: number }[]
  readonly spell?: (word: string) => string
  readonly onChange: (chosen: (string | null)[]) => void
  readonly onOpen: () => void
  readonly empty: string
}

/** Filters by words of the service; what it did not say can be looked for too. */
export const WordFilter = ({ chosen, counted, spell, onChange, ...rest }: WordFilterProps) => (
  <Filter
    {...rest}
    chosen={chosen.map(choiceId)}
    choices={choicesOf(counted, spell)}
    isMultiple
    nameOf={(id) => choiceText(choiceName(id), spell)}
    onChange={(ids) => onChange(ids.map(choiceName))}
  />
)

const DAYS = ['7', '30'] as const

interface WithinFilterProps {
  readonly name: string
  readonly chosen: 7 | 30 | null
  /** Null: not known. */
  readonly counts: { readonly within7: number; readonly within30: number } | null
  readonly labels: Readonly<Record<'7' | '30', string>>
  readonly onChange: (chosen: 7 | 30 | null) => void
  readonly onOpen: () => void
  readonly empty: string
}

/** Filters by what is due within some days. */
export const WithinFilter = ({ chosen, counts, labels, onChange, ...rest }: WithinFilterProps) => (
  <Filter
    {...rest}
    chosen={chosen === null ? [] : [String(chosen)]}
    choices={DAYS.map((id) => ({
      id,
      text: labels[id],
      ...(counts === null ? {} : { count: id === '7' ? counts.within7 : counts.within30 }),
    }))}
    onChange={([id]) => onChange(id === '7' ? 7 : id === '30' ? 30 : null)}
  />
)
