import { Check, CircleAlert, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { BatchItem, ListedLine } from '../../../shared/batch'
import { batchesText } from '../../../shared/text/window/batches'
import { Button } from '../../ui/Button'
import { fieldLooks } from '../../ui/fieldLooks'

interface ListedLinesProps {
  readonly lines: readonly ListedLine[]
  /** There is something to show, or an answer that there is not. */
  readonly isRead: boolean
}

/** How main reads a pasted list, line by line; where something stands against lines, these alone if wanted. */
export function ListedLines({ lines, isRead }: ListedLinesProps) {
  const [isFiltered, setIsFiltered] = useState(false)
  const remarkable = lines.filter(({ problem }) => problem !== null)
  const isPartial = isFiltered && remarkable.length > 0
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <span className={fieldLooks.label} aria-hidden="true">
          {batchesText.lines}
        </span>
        {remarkable.length > 0 && remarkable.length < lines.length && (
          <Button look="link" className="-my-1 text-sm" size="text" onPress={() => setIsFiltered(!isPartial)}>
            {isPartial ? batchesText.allLines : batchesText.onlyProblems(remarkable.length)}
          </Button>
        )}
      </div>
      <ul
        aria-label={batchesText.lines}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
        tabIndex={0}
        className="h-49 overflow-y-auto rounded-md border border-line bg-sunken p-1 select-text"
      >
        {(isPartial ? remarkable : lines).map((line) => (
          <Line key={line.line} line={line} />
        ))}
        {!isRead && lines.length === 0 && (
          <li className="px-2 py-1 text-ink-soft">{batchesText.nothingYet}</li>
        )}
      </ul>
    </div>
  )
}

function Line({ line: { line, text, item, problem, isSendable } }: { readonly line: ListedLine }) {
  const icon: ReactNode =
    problem === null ? (
      <Check className="size-3.5 text-good-ink" strokeWidth={2.5} />
    ) : isSendable ? (
      <TriangleAlert className="size-3.5 text-warn-ink" />
    ) : (
      <CircleAlert className="size-3.5 text-danger-ink" />
    )
  return (
    <li className="flex gap-2 rounded-sm px-2 py-1">
      <span className="mt-[3px] shrink-0" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="sr-only">{batchesText.line(line)}: </span>
        <span className="block truncate font-mono" title={text}>
          {item === null ? text : nameOf(item)}
        </span>
        {remarkOf(item) !== '' && (
          <span className="block truncate text-sm text-ink-soft" title={remarkOf(item)}>
            {remarkOf(item)}
          </span>
        )}
        {problem !== null && (
          <span className={isSendable ? 'block text-sm text-warn-ink' : 'block text-sm text-danger-ink'}>
            {problem === 'domain' && isSendable ? batchesText.strangeDomain : batchesText.problems[problem]}
          </span>
        )}
      </span>
      <span className="text-sm text-ink-soft" aria-hidden="true">
        {line}
      </span>
    </li>
  )
}

const nameOf = ({ localPart, domain = '' }: BatchItem) =>
  localPart === undefined ? batchesText.drawn(domain) : `${localPart}@${domain}`

const remarkOf = (item: BatchItem | null) =>
  [item?.note, item?.tag === undefined ? undefined : batchesText.tag(item.tag)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
