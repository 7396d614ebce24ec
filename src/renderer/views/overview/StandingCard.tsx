import { Activity, CircleCheck, CloudOff } from 'lucide-react'
import type { FleetNoun, FleetPart, FleetStatus } from '../../../shared/litemail/fleet'
import { groupHead, groupsOf } from '../../../shared/text/fleetGroups'
import { isOrdinary, nounWords, placeOf } from '../../../shared/text/fleetParts'
import { fleetText } from '../../../shared/text/window/fleet'
import { overviewText } from '../../../shared/text/window/overview'
import { fleet } from '../../state/fleet'
import { useExactNow } from '../../ui/Age'
import { PartRow } from '../fleet/PartRow'
import { Card, NotLoaded } from './Card'

/** A list that was not read for so long is stale: it is read every 6 hours even while nobody looks. */
const STALE_MS = 24 * 3_600_000

/** What of the fleet is stale, failing or missing, with what can be done about it. */
export function StandingCard({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const status = fleet.use(({ data }) => data)
  const now = useExactNow()
  if (status === null) return null
  const parts = status.parts.filter(({ noun }) => nouns.includes(noun))
  const unread = parts.filter(({ at, problem }) => at === null && problem === null)
  const away = parts.filter((part) => isAway(part, status))
  const remarkable = parts.filter(
    (part) =>
      !unread.includes(part) &&
      !away.includes(part) &&
      (!isOrdinary(part) || (part.wholeAt !== null && now - part.wholeAt > STALE_MS)),
  )
  return (
    <Card title={overviewText.attention} icon={Activity} width="whole">
      {parts.every(({ at }) => at === null) && remarkable.length === 0 ? (
        <NotLoaded words={overviewText.notLoaded} />
      ) : (
        <div className="flex flex-col gap-2">
          {remarkable.length + unread.length + away.length === 0 && (
            <p className="flex items-center gap-2 text-ink-soft">
              <CircleCheck className="size-4 shrink-0 text-good-ink" aria-hidden="true" />
              {overviewText.allWell}
            </p>
          )}
          {away.some(({ at }) => at !== null) && (
            <p className="flex items-center gap-2.5 text-ink-soft">
              <CloudOff className="size-4 shrink-0" aria-hidden="true" />
              {overviewText.away(namesOf(away))}
            </p>
          )}
          {remarkable.length > 0 && <Groups parts={remarkable} status={status} now={now} />}
          {unread.length > 0 && <p className="text-ink-soft">{overviewText.unread(wordsOf(unread))}</p>}
        </div>
      )}
    </Card>
  )
}

/** Nobody was found there: that is said once for all lists of an account. */
const isAway = ({ accountId, problem, doubt }: FleetPart, { unreached }: FleetStatus) =>
  unreached.includes(accountId) && doubt === null && (problem === null || problem.kind === 'no-connection')

interface GroupsProps {
  readonly parts: readonly FleetPart[]
  readonly status: FleetStatus
  readonly now: number
}

/** Lists of which the same is to be said have one row. */
const Groups = ({ parts, status, now }: GroupsProps) => (
  <ul aria-label={overviewText.attention} className="divide-y divide-line select-text">
    {groupsOf(parts).map(({ parts: [first, ...others], ...group }) => (
      <PartRow
        key={`${first.accountId}/${first.noun}/${first.workspaceId}`}
        part={first}
        {...titleOf([first, ...others], status)}
        words={groupHead(group, [first, ...others], now)}
      />
    ))}
  </ul>
)

/** What keeps several nouns from being read keeps their account from it. */
function titleOf(parts: readonly [FleetPart, ...FleetPart[]], { parts: all }: FleetStatus) {
  const [{ noun, accountName }] = parts
  if (parts.some((part) => part.noun !== noun)) return { name: accountName, place: '' }
  const places = [...new Set(parts.map((part) => placeOf(part, all)))]
  return { name: fleetText.nouns[noun], place: overviewText.places(places) }
}

const distinct = (words: readonly string[]) => [...new Set(words)].join(', ')
const wordsOf = (parts: readonly FleetPart[]) => distinct(parts.map(({ noun }) => nounWords[noun]))
const namesOf = (parts: readonly FleetPart[]) => distinct(parts.map(({ accountName }) => accountName))
