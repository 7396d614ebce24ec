import { importText as text } from '../../../shared/text/window/data'
import type { ImportField, ImportPreview } from '../../../shared/transfer'
import { takenColumns } from './importColumns'

const FIELDS: readonly ImportField[] = ['address', 'note', 'labels', 'tag', 'created', 'account', 'hidden']

/** The first rows of the file as they would be taken. */
export function ImportRows({ preview: { reading, rows } }: { readonly preview: ImportPreview }) {
  const columns = takenColumns(reading, FIELDS)
  if (rows.length === 0 || columns.length === 0) return null
  const label = text.preview(rows.length)
  return (
    <div>
      <h3 className="mb-1.5 font-medium">{label}</h3>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the keyboard
        tabIndex={0}
        className="max-h-52 overflow-y-auto rounded-md border border-line"
      >
        <table className="w-full table-fixed text-left">
          <thead className="sticky top-0 bg-sunken text-sm text-ink-soft">
            <tr>
              {columns.map(({ field }) => (
                <th key={field} scope="col" className="truncate px-3 py-1.5 font-normal">
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
      </section>
    </div>
  )
}
