import { Plus, Search } from 'lucide-react'
import { useEffect } from 'react'
import { domainWritesText as text } from '../../../shared/text/window/domainWrites'
import { openDialog } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'

/** How domains come to an account: those that one owns are connected, others found and bought. */
export function DomainActions() {
  const accounts = litemailAccounts.use(({ data }) => data) ?? []
  useEffect(() => {
    if (litemailAccounts.use.getState().data === null) void litemailAccounts.refresh()
  }, [])
  if (accounts.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        icon={<Search className="size-4" aria-hidden="true" />}
        onPress={() => openDialog({ kind: 'find-domain', accountId: null })}
      >
        {text.find}
      </Button>
      <Button
        icon={<Plus className="size-4" aria-hidden="true" />}
        onPress={() => openDialog({ kind: 'connect-domains', accountId: null })}
      >
        {text.connect}
      </Button>
    </div>
  )
}
