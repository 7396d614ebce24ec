import type { BackupPreview } from '../../../shared/backup'
import { figure } from '../../../shared/text/window/common'
import { restoreText as text } from '../../../shared/text/window/data'
import { classes } from '../../ui/classes'

/** What a restore counts. */
export const WHATS = [
  'addresses',
  'notes',
  'labels',
  'accounts',
  'activity',
  'views',
  'apiMaps',
  'messages',
] as const
/** Who has none is told nothing of them. */
const ONLY_WHERE_ANY: readonly string[] = [
  'views',
  'apiMaps',
  'messages',
] satisfies readonly (typeof WHATS)[number][]

interface NumbersTableProps {
  readonly label: string
  readonly columns: readonly {
    readonly title: string
    readonly of: 'inBackup' | 'here' | 'after'
    readonly isStrong?: boolean
  }[]
  readonly numbers: Pick<BackupPreview, (typeof WHATS)[number]>
}

const hasAny = (counts: BackupPreview['views']): boolean => Object.values(counts).some((count) => count > 0)

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
      {WHATS.filter((what) => !ONLY_WHERE_ANY.includes(what) || hasAny(numbers[what])).map((what) => (
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
