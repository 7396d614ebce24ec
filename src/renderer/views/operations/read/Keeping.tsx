import { Bookmark } from 'lucide-react'
import { useRef, useState } from 'react'
import type { OperationView } from '../../../../shared/operationAnswer'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import {
  askedOf,
  forgetView,
  isSameAsked,
  keepView,
  operationViews,
  type Reading,
} from '../../../state/operationReading'
import { Button } from '../../../ui/Button'
import { focusIfLost } from '../../../ui/focusIfLost'
import { SaveViewDialog } from '../../fleetList/SaveViewDialog'

interface KeepingProps {
  readonly reading: Reading
  /** Its last answer is kept with it. */
  readonly isAnswerKept: boolean
  readonly isComplete: boolean
  readonly onIncomplete: () => void
}

/** "Keep this view", or under which name it is kept. Each takes the place of the other, with the keyboard. */
export function Keeping({ reading, isAnswerKept, isComplete, onIncomplete }: KeepingProps) {
  const [isNaming, setIsNaming] = useState(false)
  const place = useRef<HTMLSpanElement>(null)
  const { data } = operationViews.use()
  const asked = askedOf(reading)
  if (asked === null) return null
  const kept = isComplete ? data?.find((view) => isSameAsked(view, asked)) : undefined
  const toPlace = () => focusIfLost(() => place.current?.querySelector('button'))
  return (
    <span ref={place} className="flex min-w-0">
      {kept === undefined ? (
        <Button
          icon={<Bookmark className="size-3.5" aria-hidden="true" />}
          onPress={() => (isComplete ? setIsNaming(true) : onIncomplete())}
        >
          {text.keep}
        </Button>
      ) : (
        <Kept view={kept} onForget={() => void forgetView(kept).then(toPlace)} />
      )}
      {isNaming && (
        <SaveViewDialog
          title={text.keepTitle}
          lead={isAnswerKept ? text.keepLead : text.keepLeadAlone}
          names={(data ?? []).map(({ name }) => name)}
          onSave={(name) => keepView(asked, name)}
          onClose={() => {
            setIsNaming(false)
            toPlace()
          }}
        />
      )}
    </span>
  )
}

interface KeptProps {
  readonly view: OperationView
  readonly onForget: () => void
}

const Kept = ({ view, onForget }: KeptProps) => (
  <span className="flex min-w-0 items-center gap-1.5 text-ink-soft">
    <Bookmark className="size-3.5 shrink-0" aria-hidden="true" />
    <bdi className="truncate">{text.keptAs(view.name)}</bdi>
    <Button look="quiet" size="small" aria-label={text.forgetView(view.name)} onPress={onForget}>
      {text.forget}
    </Button>
  </span>
)
