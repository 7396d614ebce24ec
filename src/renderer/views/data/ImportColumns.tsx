import { importText as text } from '../../../shared/text/window/data'
import type { ImportPreview, ImportReading } from '../../../shared/transfer'
import { ColumnFields } from './ColumnFields'
import { IMPORT_FIELDS, readColumnAs } from './importColumns'

interface ImportColumnsProps {
  readonly preview: ImportPreview
  readonly reading: ImportReading
  readonly onChange: (reading: ImportReading) => void
}

/** What each column of an imported file is read as. */
export const ImportColumns = ({ preview, reading, onChange }: ImportColumnsProps) => (
  <ColumnFields
    titles={preview.titles}
    rows={preview.rows}
    columns={reading.columns}
    fields={IMPORT_FIELDS}
    words={text.fields}
    onChange={(index, field) => onChange(readColumnAs(reading, index, field))}
  />
)
