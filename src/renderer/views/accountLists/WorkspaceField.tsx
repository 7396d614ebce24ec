import { accountListText as text } from '../../../shared/text/window/accountLists'
import { useWorkspaces } from '../../state/accountLists'
import { Select } from '../../ui/Select'
import { workspaceName } from '../fleetList/workspaces'

/** The workspace of an account that something new is made in, as long as nobody has chosen: the primary one. */
export function useChosenWorkspace(accountId: string, chosen: string | null): string {
  const { data } = useWorkspaces(accountId)
  const rows = data?.rows ?? []
  return chosen ?? (rows.find(({ isPrimary }) => isPrimary === true) ?? rows[0])?.serviceId ?? ''
}

interface WorkspaceFieldProps {
  readonly accountId: string
  readonly value: string
  readonly onChange: (workspaceId: string) => void
}

/** Which workspace of an account; nothing where there is no choice. */
export function WorkspaceField({ accountId, value, onChange }: WorkspaceFieldProps) {
  const rows = useWorkspaces(accountId).data?.rows ?? []
  if (rows.length < 2) return null
  return (
    <Select
      label={text.workspace}
      value={value}
      options={rows.map(({ serviceId, name }) => ({ id: serviceId, text: workspaceName(name, serviceId) }))}
      onChange={onChange}
    />
  )
}
