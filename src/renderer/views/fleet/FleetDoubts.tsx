import type { FleetNoun } from '../../../shared/litemail/fleet'
import { nounWords, placeOf } from '../../../shared/text/fleetParts'
import { fleetText } from '../../../shared/text/window/fleet'
import { decideFleet, fleet } from '../../state/fleet'
import { QuestionBand } from '../../ui/QuestionBand'

const ANSWERS = [
  { label: fleetText.keep, answer: false },
  { label: fleetText.gone, answer: true },
]

/** Asks where so much is missing in a whole reading that it may be the service's mistake. */
export function FleetDoubts({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const parts = fleet.use(({ data }) => data)?.parts ?? []
  return parts.map((part) => {
    const { accountId, noun, workspaceId, doubt } = part
    if (doubt === null || !nouns.includes(noun)) return null
    return (
      <QuestionBand
        key={`${accountId}/${noun}/${workspaceId}`}
        question={fleetText.doubt(doubt.gone, doubt.known, nounWords[noun], placeOf(part, parts))}
        meaning={fleetText.doubtMeaning}
        answers={ANSWERS}
        onAnswer={(areGone) => decideFleet(part, areGone)}
      />
    )
  })
}
