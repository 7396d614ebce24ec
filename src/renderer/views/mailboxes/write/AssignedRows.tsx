import type { AssignedRow, Assignment } from '../../../../shared/assignment'
import { assigningText as text } from '../../../../shared/text/window/assigning'
import { type RemarkedLine, RemarkedLines } from '../../pastedList/RemarkedLines'

/** Every new mailbox as main reads it, with all that stands against it; and how many can be assigned. */
export function AssignedRows({ found }: { readonly found: Assignment | null }) {
  const [crowded] = (found?.crowded ?? []).toSorted((one, other) => other.count - one.count)
  const hidden = found === null ? 0 : found.total - found.rows.length
  return (
    <div className="flex flex-col gap-1.5">
      <RemarkedLines
        label={text.rows}
        lines={(found?.rows ?? []).map(toRemarked)}
        nothing={found === null ? text.nothingYet : null}
      />
      <div role="status" className="flex flex-col gap-0.5">
        {found !== null && <p className="font-medium">{text.sendable(found.sendable, found.total)}</p>}
        {hidden > 0 && <p className="text-sm text-ink-soft">{text.notShown(hidden)}</p>}
        {found !== null && crowded !== undefined && (
          <p className="text-sm text-pretty text-warn-ink">{text.crowded(found.crowded.length, crowded)}</p>
        )}
      </div>
    </div>
  )
}

const toRemarked = (row: AssignedRow): RemarkedLine => ({
  line: row.line,
  text: row.username === '' && row.domain === '' ? text.noAddress : `${row.username}@${row.domain}`,
  beside: [`${row.firstName} ${row.lastName}`.trim(), row.workspaceName ?? '']
    .filter((part) => part !== '')
    .join(' · '),
  remarks: [
    ...row.problems.map((problem) => ({ text: text.problems[problem], isAgainst: true })),
    ...row.warnings.map((warning) => ({ text: text.warnings[warning], isAgainst: false })),
  ],
})
