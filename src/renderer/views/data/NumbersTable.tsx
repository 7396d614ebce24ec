import type { BackupPreview } from '../../../shared/backup'
import { figure } from '../../../shared/text/window/common'
import { restoreText as text } from '../../../shared/text/window/data'
import { classes } from '../../ui/classes'

const WHATS = ['addresses', 'notes', 'labels', 'accounts', 'activity'] as const

interface NumbersTableProps {
  readonly label: string
  readonly columns: readonly {
    readonly title: string
    readonly of: 'inBackup' | 'here' | 'after'
    readonly isStrong?: boolean
  }[]
  readonly numbers: Pick<BackupPreview, (typeof WHATS)[number]>
}

/** How much of each there is, side by side. */
export const NumbersTable = ({ label, columns, numbers }: NumbersTableProps) => (
  <table aria-label={label} className="w-full overflow-hidden rounded-md border border-line text-left">
    <thead className="bg-sunken text-sm text-ink-soft">
      <tr>
        <th scope="col" className="px-3 py-1.5 font-normal">
          {text.columns.what}
        </th>
        {columns.map(({ title }) => (
          <th key={title} scope="col" className="px-3 py-1.5 text-right font-normal">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="divide-y divide-line border-t border-line">
      {WHATS.map((what) => (
        <tr key={what}>
          <th scope="row" className="px-3 py-1.5 font-normal">
            {text.rows[what]}
          </th>
          {columns.map(({ title, of, isStrong }) => (
            <td
              key={title}
              className={classes('px-3 py-1.5 text-right select-text', isStrong === true && 'font-medium')}
            >
              {figure(numbers[what][of])}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
