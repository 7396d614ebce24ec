import type { AppError } from '../../shared/errors'
import { explain, type NextStep, nextStepLabels } from '../../shared/text/errors'
import { type StepContext, stepContextOf } from '../state/notices'
import { Alarm } from './Alarm'
import { Button } from './Button'
import { Leaving } from './Leaving'
import { StepButton } from './StepButton'

interface ProblemProps {
  readonly error: AppError
  readonly context: StepContext
  /** What did not happen because of it. */
  readonly title?: string
}

/** Steps that do the same again themselves. */
const repeats: ReadonlySet<NextStep> = new Set(['try-again', 'try-now', 'check-now', 'try-other-path'])

/** An error where it arose, in its words, with its next step, and the way to try again once that is done. */
export function Problem({ error, context, title }: ProblemProps) {
  const { reason, advice, next } = explain(error, context.service)
  const { redo } = context
  return (
    <Leaving>
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
    </Leaving>
  )
}
