import { useEffect, useState } from 'react'
import type { EditableMailbox } from '../../../../shared/assignment'
import type { Choice, Output } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/errors'
import type { Result } from '../../../../shared/result'
import { mailboxWritesText as text } from '../../../../shared/text/window/assigning'
import { call } from '../../../bridge'
import { propose } from '../../../state/planning'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Problem } from '../../../ui/Problem'
import { Reading } from '../../../ui/Reading'
import { TextField } from '../../../ui/TextField'
import { complaintOf, EDITED, type EditedName, type Edits, editedRows, shownIn } from './edits'

interface EditMailboxesDialogProps {
  readonly choice: Choice
  readonly onClose: () => void
}

const complaints = {
  emptied: text.emptied,
  username: text.usernameComplaint,
  picture: text.pictureComplaint,
} as const

/** "Edit": names and user names of the chosen mailboxes, each its own; of one its picture too. */
export function EditMailboxesDialog({ choice, onClose }: EditMailboxesDialogProps) {
  const { read, again } = useEditable(choice)
  const [edits, setEdits] = useState<Edits>({})
  const [isTried, setIsTried] = useState(false)
  const found = read?.ok === true ? read.value : null
  const rows = found?.rows ?? []
  const [first] = rows
  const stands = standsAgainst(found)
  const edited = editedRows(edits, rows)

  function proceed() {
    setIsTried(true)
    if (first === undefined || stands !== null || !edited.isFit || edited.rows.length === 0) return
    propose({ operation: 'mailboxes.update', of: { accountId: first.accountId, rows: edited.rows } }, onClose)
  }

  const fields = { edits, isTried, onChange: setEdits }
  return (
    <Dialog
      isWide={rows.length > 1}
      title={
        rows.length === 1 && first !== undefined
          ? text.editTitle(first.email)
          : text.editManyTitle(found?.count ?? 0)
      }
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit" isDisabled={stands !== null || edited.rows.length === 0}>
          {text.proceed}
        </Button>
      }
    >
      {read?.ok === false && (
        <Problem error={read.error} title={text.notRead} context={{ service: 'litemail', redo: again }} />
      )}
      {read === null && <Reading words={text.reading} />}
      {stands !== null && <p role="alert">{stands}</p>}
      {found !== null && stands === null && (
        <>
          <p className="text-pretty text-ink-soft">{text.editLead}</p>
          {rows.length === 1 && first !== undefined ? (
            <OneMailbox {...fields} mailbox={first} />
          ) : (
            <SeveralMailboxes {...fields} mailboxes={rows} />
          )}
          <p role="status">{text.changes(edited.rows.length)}</p>
        </>
      )}
    </Dialog>
  )
}

/** Why nothing can be changed of these by hand; null where it can. */
function standsAgainst(found: Output<'mailboxes.editable'> | null): string | null {
  if (found === null) return null
  if (found.count > found.rows.length) return text.tooMany(found.count)
  const [first] = found.rows
  return found.rows.some(({ accountId }) => accountId !== first?.accountId) ? text.several : null
}

function useEditable(choice: Choice) {
  const [read, setRead] = useState<Result<Output<'mailboxes.editable'>, AppError> | null>(null)
  const [time, setTime] = useState(0)
  const question = JSON.stringify([choice, time])
  useEffect(() => {
    let isWanted = true
    const [asked] = JSON.parse(question)
    void call('mailboxes.editable', { choice: asked }).then((answer) => {
      if (isWanted) setRead(answer)
    })
    return () => {
      isWanted = false
    }
  }, [question])
  return { read, again: () => setTime(time + 1) }
}

interface FieldsProps {
  readonly edits: Edits
  readonly isTried: boolean
  readonly onChange: (edits: Edits) => void
}

interface NameFieldProps extends FieldsProps {
  readonly mailbox: EditableMailbox
  readonly name: EditedName
  readonly isInTable?: boolean
  /** It has the keyboard once it is there. */
  readonly isFirst?: boolean
}

function NameField({
  mailbox,
  name,
  edits,
  isTried,
  onChange,
  isInTable = false,
  isFirst = false,
}: NameFieldProps) {
  const complaint = complaintOf(edits, mailbox, name)
  return (
    <TextField
      label={isInTable ? text.of(text[name], mailbox.email) : text[name]}
      isLabelHidden={isInTable}
      isMono={name === 'username'}
      autoFocus={isFirst}
      maxLength={200}
      complaint={complaint === null ? null : complaints[complaint]}
      isTried={isTried}
      {...(name === 'username' && !isInTable ? { hint: text.usernameHint } : {})}
      value={shownIn(edits, mailbox, name)}
      onChange={(typed) => onChange({ ...edits, [mailbox.id]: { ...edits[mailbox.id], [name]: typed } })}
    />
  )
}

function OneMailbox({ mailbox, ...fields }: FieldsProps & { readonly mailbox: EditableMailbox }) {
  const { edits, isTried, onChange } = fields
  const complaint = complaintOf(edits, mailbox, 'profilePicture')
  return (
    <>
      {EDITED.map((name) => (
        <NameField key={name} {...fields} mailbox={mailbox} name={name} isFirst={name === EDITED[0]} />
      ))}
      <TextField
        label={text.picture}
        isOptional
        type="url"
        inputMode="url"
        maxLength={2_000}
        hint={text.pictureHint}
        complaint={complaint === null ? null : complaints[complaint]}
        isTried={isTried}
        value={edits[mailbox.id]?.profilePicture ?? ''}
        onChange={(profilePicture) =>
          onChange({ ...edits, [mailbox.id]: { ...edits[mailbox.id], profilePicture } })
        }
      />
    </>
  )
}

const SeveralMailboxes = ({
  mailboxes,
  ...fields
}: FieldsProps & { readonly mailboxes: readonly EditableMailbox[] }) => (
  <table className="w-full table-fixed text-left">
    <thead className="text-sm text-ink-soft">
      <tr>
        <th scope="col" className="w-2/5 pr-3 pb-1 font-normal">
          {text.mailbox}
        </th>
        {EDITED.map((name) => (
          <th key={name} scope="col" className="pr-3 pb-1 font-normal">
            {text[name]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {mailboxes.map((mailbox) => (
        <tr key={mailbox.id} className="align-top">
          <th
            scope="row"
            className="truncate py-1.5 pr-3 font-mono font-normal select-text"
            title={mailbox.email}
          >
            {mailbox.email}
          </th>
          {EDITED.map((name) => (
            <td key={name} className="py-0.5 pr-3">
              <NameField
                {...fields}
                mailbox={mailbox}
                name={name}
                isInTable
                isFirst={mailbox === mailboxes[0] && name === EDITED[0]}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
