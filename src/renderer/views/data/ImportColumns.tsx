import { importText as text } from '../../../shared/text/window/data'
import type { ImportPreview, ImportReading } from '../../../shared/transfer'
import { Select } from '../../ui/Select'
import { columnTitle, examplesOf, IMPORT_FIELDS, readColumnAs } from './importColumns'

const OPTIONS = [
  { id: 'left-out', text: text.leftOut },
  ...IMPORT_FIELDS.map((id) => ({ id, text: text.fields[id] })),
]

interface ImportColumnsProps {
  readonly preview: ImportPreview
  readonly reading: ImportReading
  readonly onChange: (reading: ImportReading) => void
}

/** What each column of the file is read as, with what stands in it. */
export const ImportColumns = ({ preview, reading, onChange }: ImportColumnsProps) => (
  <section aria-label={text.columns}>
    <h3 className="mb-1.5 font-medium">{text.columns}</h3>
    <ul className="divide-y divide-line rounded-md border border-line">
      {reading.columns.map((field, index) => {
        const title = columnTitle(preview.titles, index) ?? text.column(index + 1)
        const examples = examplesOf(preview.rows, index)
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
              options={OPTIONS}
              onChange={(id) =>
                onChange(readColumnAs(reading, index, IMPORT_FIELDS.find((each) => each === id) ?? null))
              }
            />
          </li>
        )
      })}
    </ul>
  </section>
)
