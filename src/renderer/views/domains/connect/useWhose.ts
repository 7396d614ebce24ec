import { useState } from 'react'
import type { LitemailAccount } from '../../../../shared/litemail/account'
import { useChosenWorkspace } from '../../accountLists/WorkspaceField'

/** Whose something new is to be: `meant`, or the first account, and its primary workspace, as long as nobody has chosen. */
export function useWhose(accounts: readonly LitemailAccount[], meant: string | null) {
  const [chosenAccount, setAccount] = useState(meant)
  const [chosenWorkspace, setWorkspace] = useState<string | null>(null)
  const accountId = chosenAccount ?? accounts[0]?.id ?? ''
  const workspaceId = useChosenWorkspace(accountId, chosenWorkspace)
  return {
    ...{ accounts, accountId, workspaceId },
    onAccount: (id: string) => {
      setAccount(id)
      setWorkspace(null)
    },
    onWorkspace: setWorkspace,
  }
}
