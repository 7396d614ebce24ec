import { importText as text } from '../../../shared/text/window/data'
import type { LineReport } from '../../../shared/transfer'

interface LineProblemsProps {
  readonly lines: readonly LineReport[]
  /** How many there are; `lines` may be the first of them. */
  readonly all: number
}

/** What stands against lines of a file, by their numbers in it. */
export const LineProblems = ({ lines, all }: LineProblemsProps) => (
  <section aria-label={text.problemList}>
    <h3 className="mb-1.5 font-medium text-warn-ink">{text.problems(all)}</h3>
    <ul
      aria-label={text.problemList}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be in reach of the keyboard
      tabIndex={0}
      className="max-h-40 divide-y divide-line overflow-y-auto rounded-md border border-line"
    >
      {lines.map((report) => (
        <li key={`${report.line} ${report.problem}`} className="flex flex-wrap gap-x-4 px-3 py-1.5">
          <span className="w-24 shrink-0 text-ink-soft">{text.line(report.line)}</span>
          <span className="min-w-0 flex-1">
            {text.lineProblems[report.problem]}. {text.lineEnding(report)}
          </span>
        </li>
      ))}
    </ul>
    {lines.length < all && (
      <p className="mt-1 text-sm text-ink-soft">{text.problemsShown(lines.length, all)}</p>
    )}
  </section>
)
