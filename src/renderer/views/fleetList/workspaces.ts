import type { WorkspaceKey } from '../../../shared/mailbox'
import { fleetListText } from '../../../shared/text/window/fleetList'

/** One text for a workspace of an account. */
export const workspaceId = ({ accountId, workspaceId: id }: WorkspaceKey): string =>
  JSON.stringify([accountId, id])

/** What a workspace is called: by its id where the service tells no name; '' is the one that it takes unasked. */
export function workspaceName(name: string | null, id: string, accountName: string | null = null): string {
  const plain = name ?? (id === '' ? fleetListText.primaryWorkspace : id)
  return accountName === null ? plain : `${accountName} · ${plain}`
}
