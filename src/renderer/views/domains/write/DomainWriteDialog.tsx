import { useState } from 'react'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { TextField } from '../../../ui/TextField'
import { type DomainWrite, domainForms, valueComplaint, type WrittenDomains } from './domainWrites'

interface DomainWriteDialogProps extends WrittenDomains {
  readonly what: DomainWrite
  readonly onClose: () => void
}

const deeds = ['set', 'remove'] as const

/** Sets something for one domain or many, or ends it. */
export function DomainWriteDialog({ what, choice, count, only, onClose }: DomainWriteDialogProps) {
  const { set, remove, input, now } = domainForms[what]
  const [deed, setDeed] = useState<(typeof deeds)[number]>('set')
  const [typed, setTyped] = useState(only === null ? '' : (now(only) ?? ''))
  const [isTried, setIsTried] = useState(false)
  const complaint = valueComplaint(input, typed)
  const isRemoving = deed === 'remove' && remove !== null

  function proceed() {
    setIsTried(true)
    if (!isRemoving && complaint !== null) return
    propose(
      {
        operation: isRemoving ? remove : set,
        of: { list: 'domains', choice, inputs: isRemoving ? {} : { [input]: typed.trim() } },
      },
      onClose,
    )
  }

  return (
    <Dialog
      title={text.titles[what](only?.name ?? text.domainCount(count))}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      {remove !== null && (
        <Choice label={text.deed} value={deed} options={deeds} labels={text.deeds} onChange={setDeed} />
      )}
      <p className="text-pretty text-ink-soft">{isRemoving ? text.removeLead : text.leads[what]}</p>
      {!isRemoving && (
        <TextField
          label={text.fields[what]}
          value={typed}
          onChange={setTyped}
          complaint={complaint}
          isTried={isTried}
          maxLength={2_000}
          isMono
          autoFocus
        />
      )}
    </Dialog>
  )
}
