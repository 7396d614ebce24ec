import { useRef } from 'react'
import type { AppError } from '../../shared/errors'
import { explain, type NextStep, nextStepLabels } from '../../shared/text/errors'
import { type StepContext, stepContextOf } from '../state/notices'
import { Alarm } from './Alarm'
import { Button } from './Button'
import { StepButton } from './StepButton'
import { useFocusLeaves } from './useFocusLeaves'

interface ProblemProps {
  readonly error: AppError
  readonly context: StepContext
  /** What did not happen because of it. */
  readonly title?: string
}

/** Steps that do the same again themselves. */
const repeats: ReadonlySet<NextStep> = new Set(['try-again', 'try-now', 'check-now', 'try-other-path'])

/** What asks for the same: the nearest control that is marked so, else the nearest button that stays. */
function nearest(problem: HTMLElement | null): HTMLElement | null {
  for (const selector of ['[data-asks]', 'button:not(:disabled)']) {
    for (
      let part = problem?.closest('section');
      part != null;
      part = part.parentElement?.closest('section')
    ) {
      const places = [...part.querySelectorAll<HTMLElement>(selector)]
      const place = places.find((one) => problem?.contains(one) !== true)
      if (place !== undefined) return place
    }
  }
  return null
}

/** An error where it arose, in its words, with its next step, and the way to try again once that is done. */
export function Problem({ error, context, title }: ProblemProps) {
  const { reason, advice, next } = explain(error, context.service)
  const { redo } = context
  const place = useRef<HTMLDivElement>(null)
  // Whoever tries again takes it away.
  useFocusLeaves(place, () => nearest(place.current))
  return (
    <div ref={place} className="contents">
      <Alarm
        words={title === undefined ? `${reason}.` : `${title}: ${reason}.`}
        advice={advice}
        actions={
          <>
            <StepButton next={next} context={stepContextOf(error, context)} />
            {redo !== undefined && !repeats.has(next) && (
              <Button size="small" onPress={redo}>
                {nextStepLabels['try-again']}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}
