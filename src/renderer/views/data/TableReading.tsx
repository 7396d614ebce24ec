import { importText as text } from '../../../shared/text/window/data'
import type { ImportReading } from '../../../shared/transfer'
import { Select } from '../../ui/Select'
import { Tick } from '../../ui/Tick'

type Reading = Pick<ImportReading, 'separator' | 'hasHeader'>

const SEPARATORS: readonly Reading['separator'][] = [',', ';', '\t', '|']

interface TableReadingProps {
  readonly reading: Reading
  /** Another separator, or other titles: other columns come of it. */
  readonly onSeparator: (separator: Reading['separator']) => void
  readonly onHeader: (hasHeader: boolean) => void
}

/** How the rows of a table are divided, and whether the first one has titles. */
export const TableReading = ({ reading, onSeparator, onHeader }: TableReadingProps) => (
  <>
    <Select
      label={text.separator}
      className="w-36"
      value={reading.separator}
      options={SEPARATORS.map((id) => ({ id, text: text.separators[id] }))}
      onChange={(id) => {
        const chosen = SEPARATORS.find((each) => each === id)
        if (chosen !== undefined) onSeparator(chosen)
      }}
    />
    <div className="flex h-8 items-center">
      <Tick label={text.hasHeader} isSelected={reading.hasHeader} onChange={onHeader} />
    </div>
  </>
)
