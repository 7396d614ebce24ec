import type { BatchItem, ListedLine } from '../../../shared/batch'
import { batchesText } from '../../../shared/text/window/batches'
import { type RemarkedLine, RemarkedLines } from './RemarkedLines'

interface ListedLinesProps {
  readonly lines: readonly ListedLine[]
  /** There is something to show, or an answer that there is not. */
  readonly isRead: boolean
}

/** How main reads a pasted list of names. */
export const ListedLines = ({ lines, isRead }: ListedLinesProps) => (
  <RemarkedLines
    label={batchesText.lines}
    lines={lines.map(toRemarked)}
    nothing={isRead ? null : batchesText.nothingYet}
  />
)

const toRemarked = ({ line, text, item, problem, isSendable }: ListedLine): RemarkedLine => ({
  line,
  text: item === null ? text : nameOf(item),
  beside: remarkOf(item),
  remarks:
    problem === null
      ? []
      : [
          {
            text:
              problem === 'domain' && isSendable ? batchesText.strangeDomain : batchesText.problems[problem],
            isAgainst: !isSendable,
          },
        ],
})

const nameOf = ({ localPart, domain = '' }: BatchItem) =>
  localPart === undefined ? batchesText.drawn(domain) : `${localPart}@${domain}`

const remarkOf = (item: BatchItem | null) =>
  [item?.note, item?.tag === undefined ? undefined : batchesText.tag(item.tag)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
