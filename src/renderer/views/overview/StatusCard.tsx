import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { figure } from '../../../shared/text/window/common'
import { overviewText } from '../../../shared/text/window/overview'
import { choiceId } from '../fleetList/choices'
import { statusWord } from '../fleetList/statusWord'
import { Card } from './Card'
import { Figure } from './Figure'
import { Freshness } from './Freshness'
import { toneOf, tones } from './statusTones'

interface Counted {
  readonly status: string | null
  readonly count: number
}

interface StatusCardProps {
  readonly title: string
  readonly icon: LucideIcon
  readonly noun: 'mailboxes' | 'domains'
  readonly total: number
  readonly byStatus: readonly Counted[]
  /** What is said where there is nothing. */
  readonly empty: string
  readonly onAll: () => void
  readonly onStatus: (status: string | null) => void
  readonly children?: ReactNode
}

const wordOf = (status: string | null) => (status === null ? overviewText.noStatus : statusWord(status))

/** So many statuses have a line of their own. */
const MOST_SHOWN = 6

/** How many there are, and of which status. */
export function StatusCard({
  title,
  icon,
  noun,
  total,
  byStatus,
  empty,
  onAll,
  onStatus,
  children,
}: StatusCardProps) {
  const largestFirst = [...byStatus].sort((one, other) => other.count - one.count)
  const shown = largestFirst.slice(0, MOST_SHOWN)
  const rest = largestFirst.slice(MOST_SHOWN)
  const restCount = rest.reduce((sum, { count }) => sum + count, 0)
  return (
    <Card title={title} icon={icon}>
      <div>
        <Figure
          name={overviewText.all(total, overviewText.nouns[noun])}
          onPress={onAll}
          className="text-figure font-semibold"
        >
          {figure(total)}
        </Figure>
        {total === 0 && <p className="text-ink-soft">{empty}</p>}
        <Freshness nouns={[noun]} />
      </div>
      {total > 0 && (
        <>
          <div className="flex h-2 gap-0.5 overflow-hidden rounded-full" aria-hidden="true">
            {largestFirst.map(({ status, count }) => (
              <div
                key={choiceId(status)}
                className={tones[toneOf(status)].bar}
                style={{ flexGrow: count, flexBasis: 3 }}
              />
            ))}
          </div>
          <ul className="flex flex-col gap-0.5">
            {shown.map(({ status, count }) => (
              <li key={choiceId(status)} className="flex items-center gap-2">
                <span
                  className={`size-2 shrink-0 rounded-full ${tones[toneOf(status)].bar}`}
                  aria-hidden="true"
                />
                <span className="min-w-0 flex-1 truncate" title={wordOf(status)}>
                  {wordOf(status)}
                </span>
                <Figure
                  name={overviewText.countOf(count, wordOf(status), overviewText.nouns[noun])}
                  onPress={() => onStatus(status)}
                  className="min-h-6 shrink-0 content-center px-1 font-medium text-accent-ink"
                >
                  {figure(count)}
                </Figure>
              </li>
            ))}
          </ul>
          {rest.length > 0 && (
            <p className="text-sm text-ink-soft">{overviewText.others(rest.length, restCount)}</p>
          )}
        </>
      )}
      {children}
    </Card>
  )
}
