import { useState } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { KnownTag } from '../../../shared/litemail/accountLists'
import { accountListText, tagsText as text } from '../../../shared/text/window/accountLists'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { NameField, nameComplaint } from './NameField'
import { useChosenWorkspace, WorkspaceField } from './WorkspaceField'

interface TagFormProps {
  readonly account: LitemailAccount
  /** Null: a new one. */
  readonly tag: KnownTag | null
  /** All of them. */
  readonly tags: readonly KnownTag[]
  readonly onClose: () => void
}

const COLOR = /^#[\da-f]{6}$/i

/** Name and colour of a tag. */
export function TagForm({ account, tag, tags, onClose }: TagFormProps) {
  const [typedName, setName] = useState(tag?.name ?? '')
  const [typedColor, setColor] = useState(tag?.color ?? '#2f9e44')
  const [chosen, setChosen] = useState(tag?.workspaceId ?? null)
  const [isTried, setIsTried] = useState(false)
  const workspaceId = useChosenWorkspace(account.id, chosen)
  const name = typedName.trim()
  const color = typedColor.trim()
  const isTaken = tags.some(
    (other) => other.serviceId !== tag?.serviceId && other.workspaceId === workspaceId && other.name === name,
  )
  const complaint = nameComplaint(name, isTaken)
  const colorComplaint = COLOR.test(color) ? null : text.colorComplaint

  function proceed() {
    setIsTried(true)
    if (complaint !== null || colorComplaint !== null) return
    const inputs = { ...(tag === null ? {} : { id: tag.serviceId }), name, color }
    propose(
      {
        operation: tag === null ? 'tags.create' : 'tags.update',
        of: { accountId: account.id, rows: [{ workspaceId, inputs }] },
      },
      onClose,
    )
  }

  return (
    <Dialog
      title={tag === null ? text.newTitle : text.changeTitle(tag.name)}
      onClose={onClose}
      closeLabel={accountListText.back}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {accountListText.proceed}
        </Button>
      }
    >
      <NameField value={typedName} onChange={setName} complaint={complaint} isTried={isTried || isTaken} />
      <ColorField value={typedColor} onChange={setColor} complaint={colorComplaint} isTried={isTried} />
      {tag === null && <WorkspaceField accountId={account.id} value={workspaceId} onChange={setChosen} />}
    </Dialog>
  )
}

interface ColorFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complaint: string | null
  readonly isTried: boolean
}

/** A colour by its digits, or one of a few by its name. */
function ColorField({ value, complaint, ...props }: ColorFieldProps) {
  const color = value.trim().toLowerCase()
  const named = Object.entries(text.colors).map(([id, name]) => ({ id, text: name }))
  const isNamed = named.some(({ id }) => id === color)
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <TextField
        {...props}
        label={text.color}
        value={value}
        complaint={complaint}
        hint={text.colorHint}
        maxLength={7}
        isMono
        trailing={
          <span
            aria-hidden="true"
            className="size-8 shrink-0 rounded-md border border-line"
            style={complaint === null ? { backgroundColor: color } : {}}
          />
        }
      />
      <Select
        label={text.named}
        value={isNamed ? color : ''}
        options={isNamed ? named : [{ id: '', text: text.otherColor }, ...named]}
        onChange={(id) => {
          if (id !== '') props.onChange(id)
        }}
      />
    </div>
  )
}
