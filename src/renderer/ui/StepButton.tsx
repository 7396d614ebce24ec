import { type NextStep, nextStepLabels, stepsBeside } from '../../shared/text/explanation'
import type { StepContext } from '../state/notices'
import { takeStep } from '../state/steps'
import { Button, type ButtonProps } from './Button'

interface StepButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'isPending' | 'excludeFromTabOrder'> {
  readonly next: NextStep
  readonly context: StepContext
  readonly onTaken?: () => void
}

/** The next step of an error, as the control that takes it; with the one that stands beside it, if there is one. */
export const StepButton = ({ next, ...rest }: StepButtonProps) => {
  const beside = stepsBeside[next]
  if (beside === undefined) return <OneStep next={next} {...rest} />
  return (
    <span className="inline-flex flex-wrap gap-2">
      <OneStep next={next} {...rest} />
      <OneStep next={beside} {...rest} />
    </span>
  )
}

const OneStep = ({ next, context, onTaken, size = 'small', ...rest }: StepButtonProps) => (
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
