import { useEffect } from 'react'
import type { AnyOperation, InputField } from '../../../../shared/litemail/operation'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import type { PathsAccount } from '../../../state/apiPaths'
import { fleet } from '../../../state/fleet'
import { chooseWorkspace, fillInput, type Reading } from '../../../state/operationReading'
import { Select } from '../../../ui/Select'
import { TextField } from '../../../ui/TextField'
import { workspaceName } from '../../fleetList/workspaces'

interface InputFieldsProps {
  readonly account: PathsAccount
  readonly operation: AnyOperation
  readonly reading: Reading
  readonly complaints: Readonly<Record<string, string>>
  readonly isTried: boolean
}

/** A field for each input of an operation, and which workspace it is asked of. */
export function InputFields({ account, operation, reading, complaints, isTried }: InputFieldsProps) {
  const isLitemail = account.service === 'litemail'
  return (
    <div className="grid max-w-160 grid-cols-2 items-start gap-4 @max-[520px]/operation:grid-cols-1">
      {operation.input.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={reading.typed[field.name] ?? ''}
          complaint={complaints[field.name] ?? null}
          isLeftOut={reading.request?.leftOut.includes(field.name) ?? false}
          isTried={isTried}
        />
      ))}
      {isLitemail && <WorkspaceField account={account} value={reading.workspaceId} />}
      {!isLitemail && operation.input.length === 0 && <p className="text-ink-soft">{text.noInputs}</p>}
    </div>
  )
}

interface FieldProps {
  readonly field: InputField
  readonly value: string
  readonly complaint: string | null
  /** API paths does not send it. */
  readonly isLeftOut: boolean
  readonly isTried: boolean
  /** Several values, one a line, and what that means; null: it takes what its type says. */
  readonly lines?: string | null
}

const hints: Partial<Record<InputField['type'], string>> = text.hints
const mono: ReadonlySet<InputField['type']> = new Set(['id', 'ids', 'number', 'email', 'url', 'color'])

/** The field of one input, whatever its type; not of a secret, and not of rows. */
export function Field({ field, value, complaint, isLeftOut, isTried, lines = null }: FieldProps) {
  const { name, type, choices, isRequired } = field
  const onChange = (typed: string) => fillInput(name, typed)
  // It can be gone to all the same: a kept view may have something in it that has to be taken out.
  const unsent = isLeftOut ? text.complaints.leftOut : null
  if (choices !== undefined || type === 'boolean') {
    const options =
      choices?.map((id) => ({ id, text: id })) ??
      (['yes', 'no'] as const).map((id) => ({ id, text: text.chosen[id] }))
    const none = { id: '', text: text.notSent }
    return (
      <Select
        label={name}
        value={value}
        options={isRequired && value !== '' ? options : [none, ...options]}
        onChange={onChange}
        hint={unsent ?? (isTried ? complaint : null) ?? undefined}
      />
    )
  }
  const hint = unsent ?? lines ?? hints[type]
  return (
    <TextField
      label={name}
      value={value}
      onChange={onChange}
      complaint={complaint}
      isTried={isTried || isLeftOut}
      isOptional={!isRequired}
      isMono={mono.has(type)}
      // A list that is cut may end in another id: how many lines there may be is said instead.
      {...(lines === null ? { maxLength: 20_000 } : {})}
      {...(hint === undefined ? {} : { hint })}
      {...(lines !== null || type === 'texts' || type === 'ids' ? { rows: 3 } : {})}
      {...(type === 'number' ? { inputMode: 'numeric' as const } : {})}
    />
  )
}

interface WorkspaceFieldProps {
  readonly account: PathsAccount
  readonly value: string
}

/** The workspaces of an account that are known; '' is the one that goes without a header. */
export function WorkspaceField({ account, value }: WorkspaceFieldProps) {
  const parts = fleet.use(({ data }) => data?.parts)
  useEffect(() => {
    if (fleet.use.getState().data === null) void fleet.refresh()
  }, [])
  const names = new Map<string, string | null>([['', null]])
  for (const part of parts ?? []) {
    if (part.accountId === account.id && part.workspaceId !== '')
      names.set(part.workspaceId, part.workspaceName)
  }
  // One that a view names, and that is not known any more.
  if (!names.has(value)) names.set(value, null)
  return (
    <Select
      label={text.workspace}
      value={value}
      options={[...names].map(([id, name]) => ({
        id,
        text: id === '' ? text.primaryWorkspace : workspaceName(name, id),
      }))}
      onChange={chooseWorkspace}
    />
  )
}
