import type { ReactNode } from 'react'
import { accountListText as text } from '../../../shared/text/window/accountLists'

interface ListedTableProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}

export const cell = 'py-1.5 pr-4 align-middle wrap-anywhere last:pr-0'

/** Rows of a short list; the last column is what can be done about each. */
export const ListedTable = ({ label, columns, children }: ListedTableProps) => (
  <table aria-label={label} className="w-full text-left">
    <thead>
      <tr className="border-b border-line text-sm">
        {columns.map((title) => (
          <th key={title} scope="col" className="py-1.5 pr-4 font-normal text-ink-soft">
            {title}
          </th>
        ))}
        <th scope="col">
          <span className="sr-only">{text.actions}</span>
        </th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

/** What the last whole reading did not meet. */
export const Unseen = () => <span className="block text-sm font-normal text-warn-ink">{text.unseen}</span>
