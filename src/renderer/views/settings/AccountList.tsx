import { KeyRound, Plus } from 'lucide-react'
import { accountsText } from '../../../shared/text/window/accounts'
import { accounts } from '../../state/accounts'
import { openDialog } from '../../state/app'
import { Button } from '../../ui/Button'
import { Problem } from '../../ui/Problem'
import { AccountCard } from './AccountCard'

/** Settings, Accounts: every connected account with how it stands. */
export function AccountList() {
  const { data, error } = accounts.use()
  return (
    <>
      {error !== null && (
        <Problem
          error={error}
          title={accountsText.failed}
          context={{ redo: () => void accounts.refresh() }}
        />
      )}
      {data !== null && (
        <>
          <div className="flex items-center justify-between gap-4">
            <div className="min-w-0">
              <h2 className="font-semibold">{accountsText.likedo}</h2>
              <p className="text-pretty text-ink-soft">
                {data.length === 0 ? accountsText.empty : accountsText.lead}
              </p>
            </div>
            <Button
              look={data.length === 0 ? 'primary' : 'secondary'}
              icon={
                data.length === 0 ? (
                  <KeyRound className="size-4" aria-hidden="true" />
                ) : (
                  <Plus className="size-4" aria-hidden="true" />
                )
              }
              onPress={() => openDialog({ kind: 'connect' })}
            >
              {data.length === 0 ? accountsText.connect : accountsText.connectAnother}
            </Button>
          </div>
          <ul aria-label={accountsText.list} className="flex flex-col gap-4">
            {data.map((account) => (
              <li key={account.id}>
                <AccountCard account={account} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
