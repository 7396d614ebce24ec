import type { LitemailAccount } from '../../../../shared/litemail/account'
import { domainWritesText as text } from '../../../../shared/text/window/domainWrites'
import { Select } from '../../../ui/Select'
import { WorkspaceField } from '../../accountLists/WorkspaceField'

interface AccountChoiceProps {
  readonly accounts: readonly LitemailAccount[]
  readonly accountId: string
  readonly onAccount: (accountId: string) => void
  readonly workspaceId: string
  readonly onWorkspace: (workspaceId: string) => void
}

/** Whose the new domains are; nothing where there is no choice. */
export const AccountChoice = ({ accounts, accountId, ...props }: AccountChoiceProps) => (
  <div className="grid grid-cols-2 items-start gap-4 empty:hidden">
    {accounts.length > 1 && (
      <Select
        label={text.account}
        value={accountId}
        options={accounts.map(({ id, name }) => ({ id, text: name }))}
        onChange={props.onAccount}
      />
    )}
    <WorkspaceField accountId={accountId} value={props.workspaceId} onChange={props.onWorkspace} />
  </div>
)
