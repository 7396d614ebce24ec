import type { AppError } from '../../../shared/errors'
import { err } from '../../../shared/result'
import { endingWords } from '../../../shared/text/endings'
import { nextStepLabels } from '../../../shared/text/errors'
import { type StepContext, stepContextOf } from '../../state/notices'
import { Alarm } from '../../ui/Alarm'
import { Button } from '../../ui/Button'
import { StepButton } from '../../ui/StepButton'
import { DOMAIN_FIELD, LOCAL_PART_FIELD } from './NewAddressForm'

interface CreationProblemProps {
  readonly error: AppError
  readonly context: StepContext
  /** The user goes to the field that can mend it. */
  readonly onMend: () => void
}

/** Why nothing was created, where another name or domain can be typed at once. */
export function CreationProblem({ error, context, onMend }: CreationProblemProps) {
  const { words, advice, next } = endingWords(err(error))
  const field = next === 'choose-domain' ? DOMAIN_FIELD : next === 'choose-name' ? LOCAL_PART_FIELD : null
  const mend = () => {
    onMend()
    document.querySelector<HTMLElement>(`.${field} :is(input, button)`)?.focus()
  }
  return (
    <Alarm
      words={words}
      advice={advice}
      actions={
        next !== null &&
        (field === null ? (
          <StepButton next={next} context={stepContextOf(error, context)} />
        ) : (
          <Button size="small" onPress={mend}>
            {nextStepLabels[next]}
          </Button>
        ))
      }
    />
  )
}
