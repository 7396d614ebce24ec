import { importText as text } from '../../../shared/text/window/data'
import { Select } from '../../ui/Select'
import { columnTitle, examplesOf } from './importColumns'

interface ColumnFieldsProps<Field extends string> {
  readonly titles: readonly string[]
  /** The first rows, of which columns show what stands in them. */
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (Field | null)[]
  /** What a column may be read as, in the order in which it is offered. */
  readonly fields: readonly Field[]
  readonly words: Readonly<Record<Field, string>>
  readonly onChange: (index: number, field: Field | null) => void
}

/** What each column of a file is read as, with what stands in it. */
export function ColumnFields<Field extends string>(props: ColumnFieldsProps<Field>) {
  const { titles, rows, columns, fields, words, onChange } = props
  const options = [{ id: 'left-out', text: text.leftOut }, ...fields.map((id) => ({ id, text: words[id] }))]
  return (
    <section aria-label={text.columns}>
      <h3 className="mb-1.5 font-medium">{text.columns}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {columns.map((field, index) => {
          const title = columnTitle(titles, index) ?? text.column(index + 1)
          const examples = examplesOf(rows, index)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their places
            <li key={index} className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
              <span className="w-36 shrink-0 truncate font-medium" title={title}>
                {title}
              </span>
              <span className="min-w-0 flex-1 truncate text-ink-soft" title={examples}>
                {examples}
              </span>
              <Select
                label={text.columnNamed(title)}
                isLabelHidden
                className="w-36 shrink-0"
                value={field ?? 'left-out'}
                options={options}
                onChange={(id) => onChange(index, fields.find((each) => each === id) ?? null)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
