import type { AppError } from '../../../shared/errors'
import { explain, nextStepLabels } from '../../../shared/text/errors'
import { connectText } from '../../../shared/text/window/connect'
import { Alarm } from '../../ui/Alarm'
import { Button } from '../../ui/Button'
import { StepButton } from '../../ui/StepButton'
import type { KeySending } from './useKeySending'

/** The service said nothing about the key, so that it may be kept unchecked. */
const saysNothingOfKey: ReadonlySet<AppError['kind']> = new Set([
  'no-connection',
  'timeout',
  'connection-lost',
  'service-failed',
  'bad-response',
  'rate-limited',
  'rejected',
])

/** Why a key was not taken, and what can be done about it without typing it again. */
export function KeyProblem({ sending }: { readonly sending: KeySending }) {
  const { error, submit, focusKey } = sending
  if (error === null) return null
  const { reason, advice, next } = explain(error)
  return (
    <Alarm
      words={`${reason}.`}
      advice={error.kind === 'unauthorized' ? `${connectText.nothingSaved} ${advice}` : advice}
      actions={<Actions error={error} submit={submit} focusKey={focusKey} next={next} />}
    />
  )
}

interface ActionsProps extends Pick<KeySending, 'submit' | 'focusKey'> {
  readonly error: AppError
  readonly next: ReturnType<typeof explain>['next']
}

function Actions({ error, submit, focusKey, next }: ActionsProps) {
  if (error.kind === 'unauthorized' || error.kind === 'invalid-input') {
    return (
      <Button size="small" onPress={focusKey}>
        {connectText.otherKey}
      </Button>
    )
  }
  const tryAgain = (
    <Button size="small" onPress={() => submit()}>
      {nextStepLabels['try-again']}
    </Button>
  )
  if (error.kind === 'keychain') {
    return (
      <>
        {tryAgain}
        <Button size="small" onPress={() => submit({ keyKept: 'until-quit' })}>
          {connectText.useUntilQuit}
        </Button>
      </>
    )
  }
  if (saysNothingOfKey.has(error.kind)) {
    return (
      <>
        {tryAgain}
        <Button size="small" onPress={() => submit({ whenUnreached: 'save-unchecked' })}>
          {connectText.saveUnchecked}
        </Button>
      </>
    )
  }
  return <StepButton next={next} context={{ redo: () => submit() }} />
}
