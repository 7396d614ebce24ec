import { useState } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { KnownTag } from '../../../shared/litemail/accountLists'
import { tagsText as text } from '../../../shared/text/window/accountLists'
import { figure } from '../../../shared/text/window/common'
import { useTags } from '../../state/accountLists'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { workspaceName } from '../fleetList/workspaces'
import { ListedDialog } from './ListedDialog'
import { cell, ListedTable, Unseen } from './ListedTable'
import { TagForm } from './TagForm'

interface TagsDialogProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
}

/** The tags of an account, and what can be done about them. */
export function TagsDialog({ account, onClose }: TagsDialogProps) {
  const list = useTags(account.id)
  const [edited, setEdited] = useState<KnownTag | 'new' | null>(null)
  if (edited !== null) {
    return (
      <TagForm
        account={account}
        tag={edited === 'new' ? null : edited}
        tags={list.data?.rows ?? []}
        onClose={() => setEdited(null)}
      />
    )
  }
  // Where the service tells no workspaces apart its tags are of none of them.
  const isOfWorkspaces = list.data?.rows.some(({ workspaceId }) => workspaceId !== '') ?? false
  const columns = [
    text.columns.name,
    ...(isOfWorkspaces ? [text.columns.workspace] : []),
    text.columns.mailboxes,
  ]
  return (
    <ListedDialog account={account} words={text} list={list} onAdd={() => setEdited('new')} onClose={onClose}>
      {(tags) => (
        <ListedTable label={text.list} columns={columns}>
          {tags.map((tag) => (
            <Row
              key={tag.serviceId}
              accountId={account.id}
              tag={tag}
              hasWorkspace={isOfWorkspaces}
              onChange={() => setEdited(tag)}
            />
          ))}
        </ListedTable>
      )}
    </ListedDialog>
  )
}

interface RowProps {
  readonly accountId: string
  readonly tag: KnownTag
  readonly hasWorkspace: boolean
  readonly onChange: () => void
}

function Row({ accountId, tag, hasWorkspace, onChange }: RowProps) {
  const { serviceId, name, color, workspaceId, mailboxes, isUnseen } = tag
  const remove = () =>
    propose({
      operation: 'tags.delete',
      of: { accountId, rows: [{ workspaceId, inputs: { id: serviceId } }] },
    })
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className={`${cell} font-medium`}>
        <span className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="size-2.5 shrink-0 rounded-full border border-line"
            style={color === null ? {} : { backgroundColor: color }}
          />
          <bdi className="select-text">{name}</bdi>
        </span>
        {isUnseen && <Unseen />}
      </th>
      {hasWorkspace && <td className={cell}>{workspaceName(tag.workspaceName, workspaceId)}</td>}
      <td className={`${cell} tabular-nums`}>
        {mailboxes === null ? <span className="text-ink-soft">{text.unknownCount}</span> : figure(mailboxes)}
      </td>
      <td className={`${cell} w-0 text-right whitespace-nowrap`}>
        <Button look="quiet" size="small" aria-label={text.changeLabel(name)} onPress={onChange}>
          {text.change}
        </Button>
        <Button look="quiet-danger" size="small" aria-label={text.removeLabel(name)} onPress={remove}>
          {text.remove}
        </Button>
      </td>
    </tr>
  )
}
