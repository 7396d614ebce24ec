import { importText as text } from '../../../shared/text/window/data'
import type { ImportFormat, ImportReading as Reading } from '../../../shared/transfer'
import { Select } from '../../ui/Select'
import { Tick } from '../../ui/Tick'

const FORMATS: readonly ImportFormat[] = ['csv', 'json', 'simplelogin', 'addy']
const SEPARATORS: readonly Reading['separator'][] = [',', ';', '\t', '|']

interface ImportReadingProps {
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
}

/** Of what kind the file is, and how its rows are divided. Other columns come of it, so they are found anew. */
export function ImportReading({ reading, onChange }: ImportReadingProps) {
  const { format, separator, hasHeader } = reading
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
        <>
          <Select
            label={text.separator}
            className="w-36"
            value={separator}
            options={SEPARATORS.map((id) => ({ id, text: text.separators[id] }))}
            onChange={(id) => {
              const chosen = SEPARATORS.find((each) => each === id)
              if (chosen !== undefined) onChange({ ...reading, separator: chosen, columns: [] })
            }}
          />
          <div className="flex h-8 items-center">
            <Tick
              label={text.hasHeader}
              isSelected={hasHeader}
              onChange={(isSelected) => onChange({ ...reading, hasHeader: isSelected })}
            />
          </div>
        </>
      )}
    </div>
  )
}
