import { Activity, CircleCheck } from 'lucide-react'
import type { FleetNoun, FleetPart } from '../../../shared/litemail/fleet'
import { isOrdinary, nounWords } from '../../../shared/text/fleetParts'
import { overviewText } from '../../../shared/text/window/overview'
import { fleet } from '../../state/fleet'
import { PartList } from '../fleet/FleetParts'
import { Card, NotLoaded } from './Card'

/** A part that was not read for so long is stale: lists are read every 6 hours even while nobody looks. */
const STALE_MS = 24 * 3_600_000

/** What of the fleet is stale, failing or missing, with what can be done about it. */
export function StandingCard({ nouns, now }: { readonly nouns: readonly FleetNoun[]; readonly now: number }) {
  const status = fleet.use(({ data }) => data)
  if (status === null) return null
  const parts = status.parts.filter(({ noun }) => nouns.includes(noun))
  const unread = parts.filter((part) => part.at === null && part.problem === null)
  const remarkable = parts.filter(
    (part) =>
      !unread.includes(part) &&
      (!isOrdinary(part) || (part.wholeAt !== null && now - part.wholeAt > STALE_MS)),
  )
  return (
    <Card title={overviewText.attention} icon={Activity} width="whole">
      {unread.length === parts.length ? (
        <NotLoaded words={overviewText.notLoaded} />
      ) : remarkable.length + unread.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-soft">
          <CircleCheck className="size-4 shrink-0 text-good-ink" aria-hidden="true" />
          {overviewText.allWell}
        </p>
      ) : (
        <div className="flex flex-col gap-2">
          {remarkable.length > 0 && (
            <PartList parts={remarkable} status={status} label={overviewText.attention} />
          )}
          {unread.length > 0 && <p className="text-ink-soft">{overviewText.unread(wordsOf(unread))}</p>}
        </div>
      )}
    </Card>
  )
}

/** Which lists they are, each kind once. */
const wordsOf = (parts: readonly FleetPart[]) => [...new Set(parts.map(({ noun }) => nounWords[noun]))]
