import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { FleetNoun, FleetPart } from '../../../shared/litemail/fleet'
import { nounWords, placeOf } from '../../../shared/text/fleetParts'
import { fleetText } from '../../../shared/text/window/fleet'
import { decideFleet, fleet } from '../../state/fleet'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'
import { focusIfLost, mainPlace } from '../../ui/focusIfLost'

/** Asks where so much is missing in a whole reading that it may be the service's mistake. */
export function FleetDoubts({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const parts = fleet.use(({ data }) => data)?.parts ?? []
  return parts
    .filter(({ noun, doubt }) => doubt !== null && nouns.includes(noun))
    .map((part) => (
      <Doubt
        key={`${part.accountId}/${part.noun}/${part.workspaceId}`}
        part={part}
        place={placeOf(part, parts)}
      />
    ))
}

function Doubt({ part, place }: { readonly part: FleetPart; readonly place: string }) {
  const { noun, doubt } = part
  const [deciding, setDeciding] = useState<boolean | null>(null)
  if (doubt === null) return null
  const decide = async (areGone: boolean) => {
    if (deciding !== null) return
    setDeciding(areGone)
    await decideFleet(part, areGone)
    setDeciding(null)
    // The question goes, and its buttons with it.
    focusIfLost(mainPlace)
  }
  return (
    <Band
      tone="warn"
      icon={<CircleHelp className="size-4" />}
      action={
        <span className="flex shrink-0 gap-2">
          <Button size="small" isPending={deciding === false} onPress={() => void decide(false)}>
            {fleetText.keep}
          </Button>
          <Button size="small" isPending={deciding === true} onPress={() => void decide(true)}>
            {fleetText.gone}
          </Button>
        </span>
      }
    >
      <strong className="font-semibold">
        {fleetText.doubt(doubt.gone, doubt.known, nounWords[noun], place)}
      </strong>{' '}
      {fleetText.doubtMeaning}
    </Band>
  )
}
