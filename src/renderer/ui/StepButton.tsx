import { type NextStep, nextStepLabels } from '../../shared/text/errors'
import type { StepContext } from '../state/notices'
import { takeStep } from '../state/steps'
import { Button, type ButtonProps } from './Button'

interface StepButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'isPending' | 'excludeFromTabOrder'> {
  readonly next: NextStep
  readonly context: StepContext
  readonly onTaken?: () => void
}

/** The next step of an error, as the control that takes it. */
export const StepButton = ({ next, context, onTaken, size = 'small', ...rest }: StepButtonProps) => (
  <Button
    {...rest}
    size={size}
    onPress={() => {
      onTaken?.()
      takeStep(next, context)
    }}
  >
    {nextStepLabels[next]}
  </Button>
)
