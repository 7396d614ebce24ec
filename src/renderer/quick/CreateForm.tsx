import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Account } from '../../shared/account'
import type { Batch } from '../../shared/batch'
import type { Settings } from '../../shared/settings'
import { quickCreateText as text } from '../../shared/text/quickCreate'
import { fieldsText } from '../../shared/text/window/fields'
import { newAddressText } from '../../shared/text/window/newAddress'
import { call } from '../bridge'
import { Button } from '../ui/Button'
import { More } from '../ui/More'
import { TextField } from '../ui/TextField'
import { isTyped } from '../views/addresses/newAddressFields'
import { usePreview } from '../views/addresses/usePreview'
import { AllowanceLine } from './AllowanceLine'
import { CopiedNote } from './CopiedNote'
import { CopyPrompt } from './CopyPrompt'
import { createOne, createSeveral, type Ending } from './creation'
import { MoreFields } from './MoreFields'
import { Outcome } from './Outcome'
import { blankFields, complaintsOf, countOf, MOST_AT_ONCE } from './quickFields'

interface CreateFormProps {
  readonly settings: Settings
  readonly accounts: readonly Account[]
}

const countComplaints = { range: text.howManyRange(MOST_AT_ONCE), 'one-name': text.oneName } as const

/** Asks for an address or a few; its fields keep what was typed until they are there. */
export function CreateForm({ settings, accounts }: CreateFormProps) {
  const account = accounts.find(({ isDefault }) => isDefault) ?? accounts[0]
  const [fields, setFields] = useState(() => blankFields(settings, account?.id ?? ''))
  const [isTried, setIsTried] = useState(false)
  const [isCreating, setIsCreating] = useState(false)
  const [progress, setProgress] = useState<Batch | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const [isMoreNeeded, setIsMoreNeeded] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const countComplaintId = useId()
  const isBusy = useRef(false)

  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }))
  const preview = usePreview(fields)
  const complaints = complaintsOf(fields)
  const count = countOf(fields)
  const isReserved = isTyped(fields) && preview?.reserved === 'documented'
  const isFit = !isReserved && Object.values(complaints).every((each) => each === null)

  async function create(isOverBudgetAllowed: boolean) {
    setIsTried(true)
    // A second Enter while the first is under way is the same press.
    if (isBusy.current || !isFit || count === null) return
    isBusy.current = true
    setIsCreating(true)
    setEnding(null)
    const came = await (count === 1
      ? createOne(fields, isOverBudgetAllowed)
      : createSeveral(fields, count, setProgress))
    isBusy.current = false
    setIsCreating(false)
    setProgress(null)
    setEnding(came)
    if (came.kind === 'stays' && came.left > 0) change({ count: String(came.left) })
  }

  function mend(field: 'local-part' | 'domain') {
    flushSync(() => {
      setEnding(null)
      setIsMoreNeeded(field === 'domain')
    })
    form.current?.querySelector<HTMLElement>(`.field-${field} :is(input, select)`)?.focus()
  }

  if (ending?.kind === 'copied') return <CopiedNote email={ending.email} count={ending.count} />
  if (ending?.kind === 'not-copied') {
    return <CopyPrompt ids={ending.ids} email={ending.email} why={ending.why} />
  }
  const nameComplaint = complaints.localPart === null ? null : fieldsText.localPart[complaints.localPart]
  return (
    <form
      ref={form}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void create(false)
      }}
      onKeyDown={holdBackRepeats}
    >
      {ending !== null && <Outcome ending={ending} onRedo={(anyway) => void create(anyway)} onMend={mend} />}
      <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-start gap-x-2.5">
        <TextField
          className="field-local-part"
          label={newAddressText.localPart}
          isOptional
          isMono
          autoFocus
          value={fields.localPart}
          placeholder={preview === null || isTyped(fields) ? '' : preview.example}
          onChange={(localPart) => change({ localPart })}
          complaint={isReserved ? newAddressText.reservedDocumented : nameComplaint}
          isTried={isTried || isReserved}
          maxLength={200}
          trailing={
            <span className="max-w-40 shrink-0 truncate leading-8 text-ink-soft">@{fields.domain}</span>
          }
        />
        <TextField
          label={text.howMany}
          inputMode="numeric"
          value={fields.count}
          onChange={(typed) => change({ count: typed })}
          complaintId={complaints.count === null ? undefined : countComplaintId}
          maxLength={3}
        />
      </div>
      {complaints.count !== null && (
        <p id={countComplaintId} role="alert" className="-mt-1.5 text-sm text-danger-ink">
          {countComplaints[complaints.count]}
        </p>
      )}
      <TextField
        label={newAddressText.note}
        isOptional
        value={fields.note}
        onChange={(note) => change({ note })}
        complaint={complaints.note === null ? null : fieldsText.note[complaints.note]}
        isTried
      />
      <More isOpen={isMoreNeeded || (isTried && (complaints.prefix !== null || complaints.tag !== null))}>
        <MoreFields
          fields={fields}
          onChange={change}
          settings={settings}
          accounts={accounts}
          complaints={complaints}
          isTried={isTried}
        />
      </More>
      <footer className="flex items-center justify-end gap-2">
        <AllowanceLine accountId={fields.accountId} />
        {progress !== null && (
          <Button onPress={() => void call('batches.stop', { id: progress.id })}>{text.stop}</Button>
        )}
        <Button
          look="primary"
          type="submit"
          isPending={isCreating}
          onClick={(event) => {
            // The second click of a double click is the same press.
            if (event.detail > 1) event.preventDefault()
          }}
        >
          {wordsOf(isCreating, progress, count ?? 1)}
        </Button>
      </footer>
    </form>
  )
}

function wordsOf(isCreating: boolean, progress: Batch | null, count: number): string {
  if (!isCreating) return text.create(count)
  if (progress === null) return text.creating
  const done = progress.items.filter(({ state }) => state !== 'waiting' && state !== 'sending').length
  return text.creatingMany(done, progress.items.length)
}

/** A held Enter is one press. */
function holdBackRepeats(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
}
