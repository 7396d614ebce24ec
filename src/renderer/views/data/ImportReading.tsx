import { importText as text } from '../../../shared/text/window/data'
import type { ImportFormat, ImportReading as Reading } from '../../../shared/transfer'
import { Select } from '../../ui/Select'
import { TableReading } from './TableReading'

const FORMATS: readonly ImportFormat[] = ['csv', 'json', 'simplelogin', 'addy']

interface ImportReadingProps {
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
}

/** Of what kind the file is, and how its rows are divided. Other columns come of it, so they are found anew. */
export function ImportReading({ reading, onChange }: ImportReadingProps) {
  const { format } = reading
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <Select
        label={text.format}
        className="w-44"
        value={format}
        options={FORMATS.map((id) => ({ id, text: text.formats[id] }))}
        onChange={(id) => {
          const chosen = FORMATS.find((each) => each === id)
          if (chosen !== undefined) onChange({ ...reading, format: chosen, columns: [] })
        }}
      />
      {format !== 'json' && (
        <TableReading
          reading={reading}
          onSeparator={(separator) => onChange({ ...reading, separator, columns: [] })}
          onHeader={(hasHeader) => onChange({ ...reading, hasHeader })}
        />
      )}
    </div>
  )
}
