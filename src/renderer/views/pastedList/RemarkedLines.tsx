import { Check, CircleAlert, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { batchesText } from '../../../shared/text/window/batches'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { fieldLooks } from '../../ui/fieldLooks'

/** One line of a list as main read it. */
export interface RemarkedLine {
  /** Where it stands, from 1. */
  readonly line: number
  /** What it is taken for. */
  readonly text: string
  /** What stands there beside. */
  readonly beside: string
  /** What stands against it, or what its user may want to know. */
  readonly remarks: readonly { readonly text: string; readonly isAgainst: boolean }[]
}

interface RemarkedLinesProps {
  readonly label: string
  readonly lines: readonly RemarkedLine[]
  /** Said where there is no line yet; null: there is an answer, and it is empty. */
  readonly nothing: string | null
}

/** How main reads a list, line by line; where something is said of lines, these alone if wanted. */
export function RemarkedLines({ label, lines, nothing }: RemarkedLinesProps) {
  const [isFiltered, setIsFiltered] = useState(false)
  const remarkable = lines.filter(({ remarks }) => remarks.length > 0)
  const isPartial = isFiltered && remarkable.length > 0
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <span className={fieldLooks.label} aria-hidden="true">
          {label}
        </span>
        {remarkable.length > 0 && remarkable.length < lines.length && (
          <Button look="link" className="-my-1 text-sm" size="text" onPress={() => setIsFiltered(!isPartial)}>
            {isPartial ? batchesText.allLines : batchesText.onlyProblems(remarkable.length)}
          </Button>
        )}
      </div>
      <ul
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
        tabIndex={0}
        className="h-49 overflow-y-auto rounded-md border border-line bg-sunken p-1 select-text"
      >
        {(isPartial ? remarkable : lines).map((line) => (
          <Line key={line.line} line={line} />
        ))}
        {nothing !== null && lines.length === 0 && <li className="px-2 py-1 text-ink-soft">{nothing}</li>}
      </ul>
    </div>
  )
}

function iconOf(remarks: RemarkedLine['remarks']): ReactNode {
  if (remarks.length === 0) return <Check className="size-3.5 text-good-ink" strokeWidth={2.5} />
  return remarks.some(({ isAgainst }) => isAgainst) ? (
    <CircleAlert className="size-3.5 text-danger-ink" />
  ) : (
    <TriangleAlert className="size-3.5 text-warn-ink" />
  )
}

const Line = ({ line: { line, text, beside, remarks } }: { readonly line: RemarkedLine }) => (
  <li className="flex gap-2 rounded-sm px-2 py-1">
    <span className="mt-[3px] shrink-0" aria-hidden="true">
      {iconOf(remarks)}
    </span>
    <span className="min-w-0 flex-1">
      <span className="sr-only">{batchesText.line(line)}: </span>
      <span className="block truncate font-mono" title={text}>
        {text}
      </span>
      {beside !== '' && (
        <span className="block truncate text-sm text-ink-soft" title={beside}>
          {beside}
        </span>
      )}
      {remarks.map((remark) => (
        <span
          key={remark.text}
          className={classes('block text-sm', remark.isAgainst ? 'text-danger-ink' : 'text-warn-ink')}
        >
          {remark.text}
        </span>
      ))}
    </span>
    <span className="text-sm text-ink-soft" aria-hidden="true">
      {line}
    </span>
  </li>
)
