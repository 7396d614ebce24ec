import type { AppError } from '../../../../shared/errors'
import { explain } from '../../../../shared/text/errors'
import type { StepContext } from '../../../state/notices'
import { Alarm } from '../../../ui/Alarm'
import { Problem } from '../../../ui/Problem'

interface OperationProblemProps {
  readonly error: AppError
  readonly title: string
  readonly context: StepContext
}

/** Why an operation was not asked, or not answered. What stands against its inputs is put right in the fields above. */
export const OperationProblem = ({ error, title, context }: OperationProblemProps) =>
  error.kind === 'invalid-input' ? (
    <Alarm words={`${title}: ${explain(error, context.service).reason}.`} />
  ) : (
    <Problem error={error} title={title} context={context} />
  )
