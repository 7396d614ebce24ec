import type { Assignment, AssignmentField, AssignmentReading } from '../../../../shared/assignment'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { ColumnFields } from '../../data/ColumnFields'
import { readColumnAs } from '../../data/importColumns'
import { TableReading } from '../../data/TableReading'

const FIELDS: readonly AssignmentField[] = [
  'firstName',
  'lastName',
  'name',
  'username',
  'domain',
  'address',
  'workspace',
]

interface AssignmentColumnsProps {
  readonly found: Assignment
  readonly reading: AssignmentReading
  readonly onChange: (reading: AssignmentReading) => void
}

/** How the rows of a list are divided, and what each of its columns is read as. */
export const AssignmentColumns = ({ found, reading, onChange }: AssignmentColumnsProps) => (
  <>
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <TableReading
        reading={reading}
        onSeparator={(separator) => onChange({ ...reading, separator, columns: [] })}
        onHeader={(hasHeader) => onChange({ ...reading, hasHeader, columns: [] })}
      />
    </div>
    <ColumnFields
      titles={reading.hasHeader ? found.titles : []}
      rows={found.examples}
      columns={reading.columns}
      fields={FIELDS}
      words={text.fields}
      onChange={(index, field) => onChange(readColumnAs(reading, index, field))}
    />
  </>
)
