import { ListChecks } from 'lucide-react'
import { batchesText } from '../../../shared/text/window/batches'
import { commonText } from '../../../shared/text/window/common'
import { openDialog, usePlace } from '../../state/app'
import { forgetBatch, useBatch } from '../../state/batches'
import { Band } from '../../ui/Band'
import { Button } from '../../ui/Button'
import { focusIfLost, mainPlace } from '../../ui/focusIfLost'
import { Spinner } from '../../ui/Spinner'
import { countSettled, countStates } from './batchCounts'

function dismiss() {
  forgetBatch()
  focusIfLost(mainPlace)
}

/** A list that goes on, or has ended, while its dialog is closed. */
export function BatchBand() {
  const batch = useBatch((state) => state.batch)
  const isShown = usePlace(({ dialog }) => dialog?.kind === 'new-addresses-from-list')
  if (batch === null || isShown) return null
  const { items, isEnded } = batch
  const words = isEnded
    ? `${batchesText.title}: ${batchesText.report(countStates(items))}`
    : `${batchesText.going}: ${batchesText.progress(countSettled(items), items.length)}`
  return (
    <Band
      tone="plain"
      icon={isEnded ? <ListChecks className="size-4" /> : <Spinner />}
      action={
        <span className="flex shrink-0 gap-2">
          <Button size="small" onPress={() => openDialog({ kind: 'new-addresses-from-list' })}>
            {batchesText.show}
          </Button>
          {isEnded && (
            <Button size="small" look="quiet" onPress={dismiss}>
              {commonText.dismiss}
            </Button>
          )}
        </span>
      }
    >
      {words}
    </Band>
  )
}
