import { useState } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { KnownWorkspace } from '../../../shared/litemail/accountLists'
import { accountListText, workspacesText as text } from '../../../shared/text/window/accountLists'
import { figure } from '../../../shared/text/window/common'
import { useWorkspaces } from '../../state/accountLists'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { workspaceName } from '../fleetList/workspaces'
import { ListedDialog } from './ListedDialog'
import { cell, ListedTable, Unseen } from './ListedTable'
import { NameField, nameComplaint } from './NameField'

interface WorkspacesDialogProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
}

/** The workspaces of an account: new ones, and other names. No operation of Litemail's deletes one. */
export function WorkspacesDialog({ account, onClose }: WorkspacesDialogProps) {
  const list = useWorkspaces(account.id)
  const [edited, setEdited] = useState<KnownWorkspace | 'new' | null>(null)
  if (edited !== null) {
    return (
      <WorkspaceForm
        accountId={account.id}
        workspace={edited === 'new' ? null : edited}
        all={list.data?.rows ?? []}
        onClose={() => setEdited(null)}
      />
    )
  }
  const columns = [text.columns.name, text.columns.domains, text.columns.mailboxes]
  return (
    <ListedDialog account={account} words={text} list={list} onAdd={() => setEdited('new')} onClose={onClose}>
      {(workspaces) => (
        <ListedTable label={text.list} columns={columns}>
          {workspaces.map((one) => (
            <Row key={one.serviceId} workspace={one} onRename={() => setEdited(one)} />
          ))}
        </ListedTable>
      )}
    </ListedDialog>
  )
}

interface RowProps {
  readonly workspace: KnownWorkspace
  readonly onRename: () => void
}

function Row({ workspace, onRename }: RowProps) {
  const { serviceId, isPrimary, domainCount, mailboxCount, isUnseen } = workspace
  const name = workspaceName(workspace.name, serviceId)
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className={`${cell} font-medium`}>
        <bdi className="select-text">{name}</bdi>
        {isPrimary === true && <span className="text-sm font-normal text-ink-soft"> {text.isPrimary}</span>}
        {isUnseen && <Unseen />}
      </th>
      <Count count={domainCount} />
      <Count count={mailboxCount} />
      <td className={`${cell} w-0 text-right whitespace-nowrap`}>
        <Button look="quiet" size="small" aria-label={text.renameLabel(name)} onPress={onRename}>
          {text.rename}
        </Button>
      </td>
    </tr>
  )
}

const Count = ({ count }: { readonly count: number | null }) => (
  <td className={`${cell} tabular-nums`}>
    {count === null ? <span className="text-ink-soft">{text.notTold}</span> : figure(count)}
  </td>
)

interface WorkspaceFormProps {
  readonly accountId: string
  /** Null: a new one. */
  readonly workspace: KnownWorkspace | null
  readonly all: readonly KnownWorkspace[]
  readonly onClose: () => void
}

/** The name of a workspace. */
function WorkspaceForm({ accountId, workspace, all, onClose }: WorkspaceFormProps) {
  const [typed, setTyped] = useState(workspace?.name ?? '')
  const [isTried, setIsTried] = useState(false)
  const name = typed.trim()
  const isTaken = all.some((other) => other.serviceId !== workspace?.serviceId && other.name === name)
  const complaint = nameComplaint(name, isTaken)

  function proceed() {
    setIsTried(true)
    if (complaint !== null) return
    // Workspaces belong to the account: they are asked about without a header.
    const inputs = { ...(workspace === null ? {} : { id: workspace.serviceId }), name }
    propose(
      {
        operation: workspace === null ? 'workspaces.create' : 'workspaces.update',
        of: { accountId, rows: [{ workspaceId: '', inputs }] },
      },
      onClose,
    )
  }

  return (
    <Dialog
      title={
        workspace === null
          ? text.newTitle
          : text.renameTitle(workspaceName(workspace.name, workspace.serviceId))
      }
      onClose={onClose}
      closeLabel={accountListText.back}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {accountListText.proceed}
        </Button>
      }
    >
      <NameField value={typed} onChange={setTyped} complaint={complaint} isTried={isTried || isTaken} />
    </Dialog>
  )
}
