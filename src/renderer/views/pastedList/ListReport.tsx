import { Copy, RotateCcw, Square } from 'lucide-react'
import { useState } from 'react'
import { batchesText } from '../../../shared/text/window/batches'
import { commonText } from '../../../shared/text/window/common'
import { copyBatch, forgetBatch, refreshBatch, stopBatch, useBatch } from '../../state/batches'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import { BatchRows } from './BatchRows'
import { countSettled, countStates, refusedLines } from './batchCounts'

interface ListReportProps {
  readonly onClose: () => void
  /** Back to the form with these lines. */
  readonly onRetry: (text: string) => void
}

/** How a list goes, and, once it has ended, exactly what became of each line. */
export function ListReport({ onClose, onRetry }: ListReportProps) {
  const { batch, error, lines } = useBatch()
  const [isStopping, setIsStopping] = useState(false)
  if (batch === null) return null
  const { items, isEnded, isCopied } = batch
  const counts = countStates(items)
  const settled = countSettled(items)

  function leave() {
    // A report that was read makes room for the next list.
    if (isEnded) forgetBatch()
    onClose()
  }

  function startAgain(text: string) {
    onRetry(text)
    forgetBatch()
  }

  async function stop() {
    setIsStopping(true)
    await stopBatch()
    setIsStopping(false)
  }

  return (
    <Dialog
      isWide
      title={isEnded ? batchesText.title : batchesText.going}
      closeLabel={commonText.close}
      onClose={leave}
      onSubmit={leave}
      action={
        isEnded ? (
          <>
            {counts['not-created'] > 0 && (
              <Button
                icon={<RotateCcw className="size-4" aria-hidden="true" />}
                onPress={() => startAgain(refusedLines(items, lines))}
              >
                {batchesText.retry(counts['not-created'])}
              </Button>
            )}
            {counts.created > 0 ? (
              <Button
                look="primary"
                icon={<Copy className="size-4" aria-hidden="true" />}
                onPress={() => void copyBatch()}
              >
                {batchesText.copy(counts.created)}
              </Button>
            ) : (
              <Button look="primary" onPress={() => startAgain('')}>
                {batchesText.another}
              </Button>
            )}
          </>
        ) : (
          <Button
            isPending={isStopping}
            icon={<Square className="size-3.5" aria-hidden="true" />}
            onPress={() => void stop()}
          >
            {isStopping ? batchesText.stopping : batchesText.stop}
          </Button>
        )
      }
    >
      {error !== null && (
        <Problem error={error} title={batchesText.lost} context={{ redo: () => void refreshBatch() }} />
      )}
      <div className="flex flex-col gap-1.5">
        <div className="flex items-baseline justify-between gap-3">
          <p className="font-medium select-text" aria-live="polite">
            {isEnded ? `${batchesText.ended}: ${batchesText.report(counts)}` : batchesText.report(counts)}
          </p>
          <span className="text-sm text-ink-soft">{batchesText.progress(settled, items.length)}</span>
        </div>
        <div
          role="progressbar"
          aria-label={batchesText.going}
          aria-valuemin={0}
          aria-valuemax={items.length}
          aria-valuenow={settled}
          className="h-1 overflow-hidden rounded-full bg-pressed"
        >
          <div className="h-full bg-accent-ink" style={{ width: `${(settled / items.length) * 100}%` }} />
        </div>
        <p className="text-sm text-ink-soft">
          {isEnded ? isCopied && batchesText.copied : `${batchesText.goesOn} ${batchesText.stopMeaning}`}
        </p>
      </div>
      <BatchRows items={items} />
    </Dialog>
  )
}
