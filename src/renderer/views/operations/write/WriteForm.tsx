import { ListChecks } from 'lucide-react'
import { useRef, useState } from 'react'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { operationReadsText } from '../../../../shared/text/window/operationReads'
import { operationWritesText as text } from '../../../../shared/text/window/operationWrites'
import { readWrite, rowsInputOf } from '../../../fields/writeFields'
import type { PathsAccount } from '../../../state/apiPaths'
import { fillInput, type Reading } from '../../../state/operationReading'
import { noteBegun, useBegun } from '../../../state/operationWriting'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Field, WorkspaceField } from '../read/InputFields'
import { RequestSection } from '../read/RequestSection'
import { JobOutcome } from './JobOutcome'
import { MailboxTable } from './MailboxTable'
import { SecretInput, type SecretInputs } from './SecretInput'

interface WriteFormProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  readonly reading: Reading
}

/** An operation that writes, filled in by hand: what would be sent is shown next, and only what is confirmed there is sent. */
export function WriteForm({ account, operation, reading }: WriteFormProps) {
  const [isTried, setIsTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { inputs: secretInputs, filled, note, clear } = useSecrets()
  const begun = useBegun((jobs) => jobs[`${account.id}/${operation.id}`])
  const leftOut = reading.request?.leftOut ?? []
  const { rows, complaints } = readWrite(operation, reading.typed, { leftOut, secrets: filled })
  const several = rowsInputOf(operation)

  const review = () => {
    setIsTried(true)
    if (rows.length === 0) return toComplaint(form.current)
    const secrets = Object.fromEntries(
      filled.flatMap((name) => {
        const value = secretInputs.current.get(name)?.value ?? ''
        return value === '' ? [] : [[name, value]]
      }),
    )
    const { workspaceId } = reading
    const of = {
      accountId: account.id,
      rows: rows.map((inputs) => ({ workspaceId, inputs: { ...inputs, ...secrets } })),
    }
    propose({ operation: operation.id, of }, ({ id }) => {
      clear()
      setIsTried(false)
      noteBegun(account.id, operation.id, id)
    })
  }
  return (
    <>
      <form
        ref={form}
        noValidate
        aria-label={operationReadsText.inputs}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          review()
        }}
      >
        <div className="grid max-w-160 grid-cols-2 items-start gap-4 @max-[520px]/operation:grid-cols-1">
          {operation.input.map((field) => {
            const { name, type, isRequired } = field
            const value = reading.typed[name] ?? ''
            if (type === 'rows') {
              return (
                <MailboxTable
                  key={name}
                  name={name}
                  value={value}
                  onChange={(typed) => fillInput(name, typed)}
                  isTried={isTried}
                />
              )
            }
            if (type === 'secret') {
              return (
                <SecretInput
                  key={name}
                  name={name}
                  inputs={secretInputs}
                  onEdit={() => note(name)}
                  complaint={isTried && isRequired ? (complaints[name] ?? null) : null}
                  isOptional={!isRequired}
                />
              )
            }
            const isOfRows = several?.field.name === name
            const lines = !isOfRows ? null : several.kind === 'lines' ? text.oneRow : text.severalRows
            return (
              <Field
                key={name}
                field={field}
                value={value}
                complaint={complaints[name] ?? null}
                isLeftOut={leftOut.includes(name)}
                // Said while it is typed: what is said only afterwards moves the button that is about to be pressed.
                isTried={isTried || value !== ''}
                lines={lines}
              />
            )
          })}
          <WorkspaceField account={account} value={reading.workspaceId} />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button
            look="primary"
            type="submit"
            data-asks
            icon={<ListChecks className="size-4" aria-hidden="true" />}
          >
            {text.review}
          </Button>
          <p className="text-sm text-ink-soft">{text.reviewLead}</p>
        </div>
      </form>
      {begun !== undefined && <JobOutcome key={begun} id={begun} title={operation.titles[0]} />}
      <RequestSection reading={reading} account={account} />
    </>
  )
}

/** What stands in secret fields is read when it is sent; here is only known that something does. */
function useSecrets() {
  const inputs: SecretInputs = useRef(new Map())
  const [filled, setFilled] = useState<readonly string[]>([])
  const read = () =>
    setFilled([...inputs.current].flatMap(([name, input]) => (input.value === '' ? [] : [name])))
  const clear = () => {
    for (const input of inputs.current.values()) input.value = ''
    setFilled([])
  }
  return { inputs, filled, note: (_: string) => read(), clear }
}

/** The keyboard goes to the first field that something stands against, once it is marked. */
function toComplaint(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
