import type { ReactNode } from 'react'
import type { Mailbox, MailboxColumn } from '../../../shared/mailbox'
import { mailboxes } from '../../state/mailboxes'
import { classes } from '../../ui/classes'
import { Cell } from '../../ui/grid/Cell'
import type { DrawnRow } from '../fleetList/FleetGrid'
import { CopyCell, UnseenCell } from '../fleetList/RowParts'
import { AgeCell, DueCell, Status, TextCell, Told, ValueCell } from '../fleetList/Value'
import { workspaceName } from '../fleetList/workspaces'
import { LabelChips } from '../list/LabelChips'
import { NoteCell } from '../list/NoteCell'

type Drawn = DrawnRow<Mailbox, MailboxColumn | 'copy'>

/** One mailbox, as the cells of its row. */
export const MailboxCells = (drawn: Drawn) => (
  <>
    {drawn.columns.map((column) => cells[column](drawn))}
    {drawn.row.isUnseen && <UnseenCell readAt={drawn.row.readAt} />}
  </>
)

const cells: Readonly<Record<MailboxColumn | 'copy', (drawn: Drawn) => ReactNode>> = {
  address: ({ row: { email, isUnseen }, words }) => (
    <Cell
      key="address"
      place="address"
      className={classes('truncate font-mono select-text', isUnseen && 'text-ink-soft')}
    >
      <Told text={email} words={words} dir="ltr" />
    </Cell>
  ),
  name: ({ row: { name }, words }) => <TextCell key="name" place="name" text={name} words={words} />,
  domain: ({ row: { domain }, words }) => (
    <TextCell key="domain" place="domain" text={domain} words={words} />
  ),
  workspace: ({ row: { workspaceName: name, workspaceId } }) => (
    <TextCell key="workspace" place="workspace" text={workspaceName(name, workspaceId)} />
  ),
  status: ({ row: { status } }) => (
    <ValueCell key="status" place="status">
      <Status status={status} />
    </ValueCell>
  ),
  tags: ({ row: { tags }, words }) => (
    <Cell key="tags" place="tags">
      {tags.length > 0 && <LabelChips labels={tags} words={words} />}
    </Cell>
  ),
  note: ({ row: { id, note, email }, words, isActive, isEdited, onEdit }) => (
    <Cell key="note" place="note">
      <NoteCell
        id={id}
        note={note}
        name={email}
        save={mailboxes.saveNote}
        words={words}
        isActive={isActive}
        isEdited={isEdited}
        onEdit={onEdit}
      />
    </Cell>
  ),
  assigned: ({ row: { assignedAt } }) => <AgeCell key="assigned" place="assigned" at={assignedAt} />,
  renews: ({ row: { renewsAt } }) => <DueCell key="renews" place="renews" at={renewsAt} />,
  read: ({ row: { readAt } }) => <AgeCell key="read" place="read" at={readAt} />,
  copy: ({ row: { id, email }, isActive }) => (
    <CopyCell key="copy" name={email} isActive={isActive} onCopy={() => void mailboxes.copy({ ids: [id] })} />
  ),
}
