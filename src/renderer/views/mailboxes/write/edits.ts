import type { EditableMailbox } from '../../../../shared/assignment'
import type { PlanWish } from '../../../../shared/plan'

export type EditedName = 'firstName' | 'lastName' | 'username'
export const EDITED: readonly EditedName[] = ['firstName', 'lastName', 'username']

/** What was typed of mailboxes, by their ids; what is not there was left as it is. */
export type Edits = Readonly<Record<string, Readonly<Partial<Record<EditedName | 'profilePicture', string>>>>>

type RowsOf = Extract<PlanWish['of'], { rows: unknown }>

/** What stands in a field: what was typed, else what is known. */
export const shownIn = (edits: Edits, mailbox: EditableMailbox, name: EditedName): string =>
  edits[mailbox.id]?.[name] ?? mailbox[name] ?? ''

/** What was typed that is not what is there. */
function changesOf(edits: Edits, mailbox: EditableMailbox): [string, string][] {
  const typed = Object.entries(edits[mailbox.id] ?? {}).map(([name, value]): [string, string] => [
    name,
    name === 'username' ? value.trim().toLowerCase() : value.trim(),
  ])
  return typed.filter(([name, value]) =>
    name === 'profilePicture' ? value !== '' : value !== (mailbox[name as EditedName] ?? ''),
  )
}

/** Why what was typed cannot be sent; null where it can. */
export function editComplaint(name: string, value: string): 'emptied' | 'username' | 'picture' | null {
  if (name === 'profilePicture') {
    return value === '' || (value.startsWith('https://') && URL.canParse(value)) ? null : 'picture'
  }
  if (value === '') return 'emptied'
  if (name !== 'username') return null
  const isUsername =
    value.length <= 64 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(value) && !value.includes('..')
  return isUsername ? null : 'username'
}

/** Why a field is not sent as it stands; null where it is, or where nothing changes by it. */
export function complaintOf(
  edits: Edits,
  mailbox: EditableMailbox,
  name: EditedName | 'profilePicture',
): ReturnType<typeof editComplaint> {
  const change = changesOf(edits, mailbox).find(([changed]) => changed === name)
  return change === undefined ? null : editComplaint(...change)
}

/** The mailboxes that change, each with what changes of it alone. `isFit`: all of it can be sent. */
export function editedRows(edits: Edits, mailboxes: readonly EditableMailbox[]) {
  const changed = mailboxes.flatMap((mailbox) => {
    const changes = changesOf(edits, mailbox)
    return changes.length === 0 ? [] : [{ mailbox, changes }]
  })
  const rows: RowsOf['rows'] = changed.map(({ mailbox: { workspaceId, serviceId }, changes }) => ({
    workspaceId,
    inputs: { id: serviceId, ...Object.fromEntries(changes) },
  }))
  const isFit = changed.every(({ changes }) =>
    changes.every(([name, value]) => editComplaint(name, value) === null),
  )
  return { rows, isFit }
}
