import { type NextStep, nextStepLabels } from '../../shared/text/explanation'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { Alarm } from '../ui/Alarm'
import { Button } from '../ui/Button'
import type { Ending } from './creation'
import { showAddress } from './known'

interface OutcomeProps {
  readonly ending: Extract<Ending, { kind: 'stays' }>
  readonly onRedo: (isOverBudgetAllowed: boolean) => void
  /** The user goes to the field that can mend it. */
  readonly onMend: (field: 'local-part' | 'domain') => void
}

/** What went otherwise, in its words, with what can be done: here, or in the main window. */
export function Outcome({ ending, onRedo, onMend }: OutcomeProps) {
  const { words, advice, next, addressId } = ending
  const steps: Partial<Record<NextStep, () => void>> = {
    'try-again': () => onRedo(false),
    'try-now': () => onRedo(true),
    'choose-name': () => onMend('local-part'),
    'choose-domain': () => onMend('domain'),
  }
  const step = next === null ? undefined : steps[next]
  return (
    <Alarm
      words={words}
      advice={advice}
      actions={
        next !== null && step !== undefined ? (
          <Button size="small" onPress={step}>
            {nextStepLabels[next]}
          </Button>
        ) : (
          <Button size="small" onPress={() => showAddress(addressId)}>
            {addressId === null ? text.openMailroom : text.showAddress}
          </Button>
        )
      }
    />
  )
}
