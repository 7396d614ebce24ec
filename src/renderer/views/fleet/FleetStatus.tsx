import { ListChecks, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { explain } from '../../../shared/text/errors'
import { fleetText } from '../../../shared/text/window/fleet'
import { fleet, refreshFleet } from '../../state/fleet'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { FleetParts } from './FleetParts'
import { type Said, saidNext } from './news'
import { useFleetStanding } from './useFleetStanding'

interface FleetStatusProps {
  /** Which lists it tells of. */
  readonly nouns: readonly FleetNoun[]
}

/** How fresh lists of the fleet are, in DESIGN's words; what failed of them on demand; and the way to fresher ones. */
export function FleetStatus({ nouns }: FleetStatusProps) {
  const { data, error } = fleet.use()
  const standing = useFleetStanding(nouns)
  useEffect(() => void fleet.refresh(), [])
  const words = standing?.words ?? fleetText.unknown(error === null ? '' : explain(error, 'litemail').reason)
  const [before, setBefore] = useState<Said | null>(null)
  const said = saidNext(before, words, standing)
  if (said !== before) setBefore(said)

  if (data === null && error === null) return null
  const isWaiting =
    data?.parts.some(({ noun, state }) => nouns.includes(noun) && state === 'waiting') ?? false
  const isReading = standing?.kind === 'reading' || isWaiting
  return (
    <div className="flex min-w-0 flex-[3_1_12rem] items-center justify-end gap-1">
      <span
        role="status"
        aria-label={fleetText.label}
        aria-live={said.isNews ? 'polite' : 'off'}
        className={classes(
          'truncate text-sm select-text',
          (standing?.isTroubled ?? true) ? 'text-warn-ink' : 'text-ink-soft',
        )}
        title={words}
      >
        {words}
      </span>
      <span className="flex shrink-0 items-center">
        <Button
          look="quiet"
          size="small-icon"
          aria-label={fleetText.refresh}
          isPending={isReading}
          icon={<RefreshCw className="size-3.5" />}
          onPress={() => void refreshFleet()}
        />
        {data !== null && (
          <DialogTrigger>
            <Button
              look="quiet"
              size="small-icon"
              aria-label={fleetText.details}
              icon={<ListChecks className="size-3.5" />}
            />
            <Popover
              placement="bottom end"
              offset={4}
              className="max-h-full w-108 max-w-full animate-enter overflow-auto rounded-lg border border-line bg-raised shadow-floating outline-none"
            >
              <FleetParts status={data} nouns={nouns} />
            </Popover>
          </DialogTrigger>
        )}
      </span>
    </div>
  )
}
