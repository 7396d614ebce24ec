import type { AppError } from '../../../shared/errors'
import { type AtWhom, explain, nextStepLabels } from '../../../shared/text/errors'
import { connectText } from '../../../shared/text/window/connect'
import type { StepContext } from '../../state/notices'
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
  'no-such-path',
])

/** It is about the key that was typed: only another one helps. */
const wantsOtherKey: ReadonlySet<AppError['kind']> = new Set(['unauthorized', 'invalid-input', 'other-user'])

interface KeyProblemProps {
  readonly sending: KeySending
  readonly service?: AtWhom
  /** What else the next step of an error may need. */
  readonly accountOf?: (error: AppError) => string | undefined
}

/** Why a key was not taken, and what can be done about it without typing it again. */
export function KeyProblem({ sending, service = 'likedo', accountOf }: KeyProblemProps) {
  const { error, submit, focusKey } = sending
  if (error === null) return null
  const { reason, advice, next } = explain(error, service)
  const accountId = accountOf?.(error)
  const context = { redo: () => submit(), service, ...(accountId === undefined ? {} : { accountId }) }
  return (
    <Alarm
      words={`${reason}.`}
      advice={error.kind === 'unauthorized' ? `${connectText.nothingSaved} ${advice}` : advice}
      actions={<Actions {...{ error, submit, focusKey, next, context }} />}
    />
  )
}

interface ActionsProps extends Pick<KeySending, 'submit' | 'focusKey'> {
  readonly error: AppError
  readonly next: ReturnType<typeof explain>['next']
  readonly context: StepContext
}

function Actions({ error, submit, focusKey, next, context }: ActionsProps) {
  if (wantsOtherKey.has(error.kind)) {
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
  return <StepButton next={next} context={context} />
}
