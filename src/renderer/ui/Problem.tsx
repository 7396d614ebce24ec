import type { AppError } from '../../shared/errors'
import { explain } from '../../shared/text/errors'
import type { StepContext } from '../state/notices'
import { Alarm } from './Alarm'
import { StepButton } from './StepButton'

interface ProblemProps {
  readonly error: AppError
  readonly context: StepContext
  /** What did not happen because of it. */
  readonly title?: string
}

/** An error where it arose, in its words, with its next step. */
export function Problem({ error, context, title }: ProblemProps) {
  const { reason, advice, next } = explain(error)
  return (
    <Alarm
      words={title === undefined ? `${reason}.` : `${title}: ${reason}.`}
      advice={advice}
      actions={<StepButton next={next} context={context} />}
    />
  )
}
