import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { addressesText } from '../../../shared/text/window/addresses'
import { labelAddresses } from '../../state/labelling'
import { allLabels } from '../../state/labels'
import { toggled } from '../../state/view'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Dialog } from '../../ui/Dialog'
import { fieldLooks } from '../../ui/fieldLooks'
import { Problem } from '../../ui/Problem'
import { LabelMark } from '../list/LabelChips'
import { labelTone } from '../list/labelTone'
import { isSameLabel } from '../list/sameLabel'
import { LabelInput } from './details/LabelInput'
import { MOST_LABELS } from './details/labelChoices'
import type { Question } from './useDeeds'

interface LabelDialogProps {
  readonly question: Question
  readonly onClose: () => void
}

/** Puts labels on several addresses and takes others off them. */
export function LabelDialog({ question: { choice, count }, onClose }: LabelDialogProps) {
  const known = allLabels.use()
  const [add, setAdd] = useState<readonly string[]>([])
  const [remove, setRemove] = useState<readonly string[]>([])
  const [isKeeping, setIsKeeping] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void allLabels.refresh()
    field.current?.querySelector('input')?.focus()
  }, [])

  async function keep() {
    if (isKeeping) return
    if (add.length === 0 && remove.length === 0) return onClose()
    setIsKeeping(true)
    const isKept = await labelAddresses(choice, { add, remove })
    setIsKeeping(false)
    if (isKept) onClose()
  }

  const removable = (known.data ?? []).filter(({ name }) => !add.some((added) => isSameLabel(added, name)))
  return (
    <Dialog
      title={addressesText.labelTitle(count)}
      onClose={onClose}
      onSubmit={() => void keep()}
      action={
        <Button look="primary" type="submit" isPending={isKeeping}>
          {addressesText.labelKeep}
        </Button>
      }
    >
      {known.error !== null && (
        <Problem error={known.error} context={{ redo: () => void allLabels.refresh() }} />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a field */}
      <div ref={field} role="group" aria-label={addressesText.labelAdd} className="flex flex-col gap-1">
        <span className={fieldLooks.label}>{addressesText.labelAdd}</span>
        <div className="relative flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-control-line bg-canvas p-[3px] has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus">
          {add.map((name) => (
            <span key={name} className={classes('flex max-w-full items-center rounded-sm', labelTone(name))}>
              <LabelMark name={name} />
              <AriaButton
                aria-label={addressesText.labelNotAdd(name)}
                onPress={() => setAdd(add.filter((other) => other !== name))}
                className="flex size-6 shrink-0 items-center justify-center rounded-sm"
              >
                <X className="size-3.5" aria-hidden="true" />
              </AriaButton>
            </span>
          ))}
          <LabelInput
            taken={add}
            isFull={add.length >= MOST_LABELS}
            onAdd={async (name) => {
              setAdd((before) => [...before, name])
              setRemove((before) => before.filter((other) => !isSameLabel(other, name)))
              return true
            }}
            onRemoveLast={() => setAdd(add.slice(0, -1))}
          />
        </div>
      </div>
      {removable.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="group" aria-label={addressesText.labelRemove} className="flex flex-col gap-1.5">
          <span className={fieldLooks.label}>{addressesText.labelRemove}</span>
          <div className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-0.5">
            {removable.map(({ name }) => (
              <ToggleButton
                key={name}
                isSelected={remove.includes(name)}
                onChange={() => setRemove(toggled(remove, name))}
                className={({ isSelected }) =>
                  classes(
                    'max-w-full cursor-default truncate rounded-sm border px-1.5 text-sm leading-6 data-focus-visible:outline-offset-0',
                    isSelected
                      ? 'border-danger-line bg-danger-soft text-danger-ink line-through'
                      : 'border-line text-ink data-hovered:bg-hover',
                  )
                }
              >
                {name}
              </ToggleButton>
            ))}
          </div>
        </div>
      )}
    </Dialog>
  )
}
