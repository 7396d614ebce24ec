import type { Suggestion } from '../../../../shared/apiFile'
import { apiFilesText as text } from '../../../../shared/text/window/apiFiles'
import { apiPathsText, mapLines, pathComplaint } from '../../../../shared/text/window/apiPaths'
import { isForm, samplesText } from '../../../../shared/text/window/apiSamples'
import { useApiPaths } from '../../../state/apiPaths'
import { classes } from '../../../ui/classes'
import { Tick } from '../../../ui/Tick'
import { askedOperation } from './askedOperation'

interface SuggestionRowProps {
  readonly suggestion: Suggestion
  /** The file is one of Mailroom's own. */
  readonly isOwn: boolean
  readonly isTicked: boolean
  readonly onTick: (operation: string, isTicked: boolean) => void
}

/** What a file says of one operation: how it is asked now, how it would be, and how sure it is that it is this one. */
export function SuggestionRow({ suggestion, isOwn, isTicked, onTick }: SuggestionRowProps) {
  const { operation, map, from, match, issues, dropped, unplaced } = suggestion
  const now = useApiPaths(({ rows }) => rows?.find((row) => row.operation === operation))
  const title = askedOperation(operation)?.titles[0] ?? operation
  const [first, ...rest] = mapLines(map)
  return (
    <li className="flex flex-col gap-1 px-3 py-2">
      <div className="flex items-start justify-between gap-3">
        <Tick
          label={title}
          isSelected={isTicked}
          isDisabled={issues.length > 0}
          onChange={(isSelected) => onTick(operation, isSelected)}
        />
        <span
          title={isOwn ? text.matchOfOwnMeaning : text.matchMeanings[match]}
          className={classes(
            'mt-0.5 shrink-0 text-sm',
            match === 'exact' ? 'text-good-ink' : match === 'method' ? 'text-danger-ink' : 'text-warn-ink',
          )}
        >
          {isOwn ? text.matchOfOwn : text.matches[match]}
        </span>
      </div>
      <div className="flex flex-col gap-1 pl-6 text-sm select-text">
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-ink-soft">
          <dt>{apiPathsText.now}</dt>
          <dd className="font-mono wrap-anywhere">{now === undefined ? '' : `${now.method} ${now.path}`}</dd>
          <dt>{apiPathsText.new}</dt>
          <dd className="min-w-0">
            <p className="font-mono wrap-anywhere text-ink">{first}</p>
            {rest.length > 0 && <p className="wrap-anywhere">{rest.join(' · ')}</p>}
          </dd>
        </dl>
        {!isOwn && from.title !== title && <p className="text-ink-soft">{text.inFile(from.title)}</p>}
        {dropped.length > 0 && <p className="wrap-anywhere text-ink-soft">{text.dropped(dropped)}</p>}
        {dropped.some(isForm) && <p className="text-warn-ink">{samplesText.isForm}</p>}
        {unplaced.length > 0 && <p className="text-ink-soft">{text.unplaced(unplaced)}</p>}
        {map.isReadingPost && now?.method !== 'POST' && <p className="text-warn-ink">{text.readingPost}</p>}
        {issues.length > 0 && (
          <p className="text-danger-ink">{text.cannot(issues.map(pathComplaint).join(' '))}</p>
        )}
      </div>
    </li>
  )
}
