import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Address } from '../../../../shared/address'
import { detailsText } from '../../../../shared/text/window/details'
import { allLabels, changeLabel } from '../../../state/labels'
import { fieldLooks } from '../../../ui/fieldLooks'
import { focusIfLost } from '../../../ui/focusIfLost'
import { LabelChip } from './LabelChip'
import { LabelInput } from './LabelInput'
import { MOST_LABELS } from './labelChoices'
import { RenameLabelDialog } from './RenameLabelDialog'

/** The labels of an address: chips, and a field that finds or makes one. Backspace in the empty field takes the last off. */
export function LabelsField({ address: { id, labels } }: { readonly address: Address }) {
  const title = useId()
  const field = useRef<HTMLDivElement>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const error = allLabels.use(({ data, error }) => (data === null ? error : null))
  const isFull = labels.length >= MOST_LABELS
  const input = () => field.current?.querySelector<HTMLElement>('[data-details="labels"]')

  async function takeOff(name: string) {
    // The chip goes, and with it the focus.
    input()?.focus({ preventScroll: true })
    await changeLabel(id, { remove: name })
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const target = event.target as HTMLElement // a key is pressed on an element
    if (target instanceof HTMLInputElement && (target.value !== '' || event.key === 'ArrowRight')) return
    const stops = [...(field.current?.querySelectorAll<HTMLElement>('[data-chip], input') ?? [])]
    const at = stops.indexOf(target)
    const next = stops[at + (event.key === 'ArrowRight' ? 1 : -1)]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    next.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a field
    <div role="group" aria-labelledby={title} className="flex flex-col gap-1">
      <span id={title} className={fieldLooks.label}>
        {detailsText.labels}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the controls in it */}
      <div
        ref={field}
        onKeyDown={onKeyDown}
        className="relative flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-control-line bg-canvas p-[3px] has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus"
      >
        {labels.map((name) => (
          <LabelChip
            key={name}
            name={name}
            onRemove={() => void takeOff(name)}
            onRename={() => setRenamed(name)}
          />
        ))}
        <LabelInput
          taken={labels}
          isFull={isFull}
          onAdd={(name) => changeLabel(id, { add: name })}
          onRemoveLast={() => {
            const last = labels.at(-1)
            if (last !== undefined) void takeOff(last)
          }}
        />
      </div>
      {isFull && <p className={fieldLooks.hint}>{detailsText.mostLabels}</p>}
      {error !== null && <p className={fieldLooks.complaint}>{detailsText.labelsRead}.</p>}
      {renamed !== null && (
        <RenameLabelDialog
          name={renamed}
          onClose={() => {
            setRenamed(null)
            // The chip of the old name may be gone.
            focusIfLost(input)
          }}
        />
      )}
    </div>
  )
}
