import { importText as text } from '../../../shared/text/window/data'
import type { ImportPreview } from '../../../shared/transfer'
import { classes } from '../../ui/classes'
import { IMPORT_FIELDS, takenColumns } from './importColumns'

/** The first rows of the file as they would be taken. */
export function ImportRows({ preview: { reading, rows } }: { readonly preview: ImportPreview }) {
  const columns = takenColumns(reading, IMPORT_FIELDS)
  if (rows.length === 0 || columns.length === 0) return null
  const label = text.preview(rows.length)
  return (
    <section aria-label={label}>
      <h3 className="mb-1.5 font-medium">{label}</h3>
      <div className="overflow-hidden rounded-md border border-line">
        <table className="w-full table-fixed text-left">
          <thead className="border-b border-line bg-sunken text-sm text-ink-soft">
            <tr>
              {columns.map(({ field }) => (
                <th
                  key={field}
                  scope="col"
                  className={classes('truncate px-3 py-1.5 font-normal', field === 'address' && 'w-2/5')}
                >
                  {text.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are their places
              <tr key={place}>
                {columns.map(({ field, index }) => (
                  <td key={field} className="truncate px-3 py-1 select-text" title={row[index] ?? ''}>
                    {row[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
