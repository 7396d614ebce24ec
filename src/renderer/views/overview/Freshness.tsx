import type { FleetNoun } from '../../../shared/litemail/fleet'
import { useFleetStanding } from '../fleet/useFleetStanding'

/** How fresh the figures above are, and whether they are all there are. */
export function Freshness({ nouns }: { readonly nouns: readonly FleetNoun[] }) {
  const standing = useFleetStanding(nouns)
  if (standing === null) return null
  const { words, isTroubled } = standing
  return (
    <p className={isTroubled ? 'text-sm text-pretty text-warn-ink' : 'text-sm text-pretty text-ink-soft'}>
      {words}
    </p>
  )
}
