import { CircleCheck, CircleX, SearchCheck } from 'lucide-react'
import { activityText } from '../../../shared/text/window/activity'
import { settle, useChecking } from '../../state/settling'
import { Button, type ButtonProps } from '../../ui/Button'

const { details: text } = activityText

interface SettleButtonsProps extends Pick<ButtonProps, 'size'> {
  /** The row of a write whose end nobody has seen. */
  readonly id: string
  /** A read can show what became of it. */
  readonly isReadable: boolean
  /** The service accepted it: that it is not done nobody can say. */
  readonly isAccepted: boolean
}

/** Settles a row: Mailroom looks once more, or its user says how it stands. */
export function SettleButtons({ id, isReadable, isAccepted, size = 'medium' }: SettleButtonsProps) {
  const isChecking = useChecking((checking) => checking.id === id)
  return (
    <>
      {isReadable && (
        <Button
          size={size}
          icon={<SearchCheck className="size-4" aria-hidden="true" />}
          isPending={isChecking}
          onPress={() => void settle(id, 'check')}
        >
          {isChecking ? text.checking : text.check}
        </Button>
      )}
      <Button
        size={size}
        icon={<CircleCheck className="size-4" aria-hidden="true" />}
        onPress={() => void settle(id, 'done')}
      >
        {text.isDone}
      </Button>
      {!isAccepted && (
        <Button
          size={size}
          icon={<CircleX className="size-4" aria-hidden="true" />}
          onPress={() => void settle(id, 'not-done')}
        >
          {text.isNot}
        </Button>
      )}
    </>
  )
}
