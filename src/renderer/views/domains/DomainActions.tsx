import { Plus, Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { domainWritesText as text } from '../../../shared/text/window/domainWrites'
import { litemailAccounts } from '../../state/litemail'
import { Button } from '../../ui/Button'

const ConnectDomainsDialog = lazy(() =>
  import('./connect/ConnectDomainsDialog').then(({ ConnectDomainsDialog }) => ({
    default: ConnectDomainsDialog,
  })),
)
const FindDomainDialog = lazy(() =>
  import('./find/FindDomainDialog').then(({ FindDomainDialog }) => ({ default: FindDomainDialog })),
)

/** How domains come to an account: those that one owns are connected, others found and bought. */
export function DomainActions() {
  const accounts = litemailAccounts.use(({ data }) => data) ?? []
  const [open, setOpen] = useState<'connect' | 'find' | null>(null)
  useEffect(() => {
    if (litemailAccounts.use.getState().data === null) void litemailAccounts.refresh()
  }, [])
  if (accounts.length === 0) return null
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Search className="size-4" aria-hidden="true" />} onPress={() => setOpen('find')}>
        {text.find}
      </Button>
      <Button icon={<Plus className="size-4" aria-hidden="true" />} onPress={() => setOpen('connect')}>
        {text.connect}
      </Button>
      <Suspense>
        {open === 'connect' && <ConnectDomainsDialog accounts={accounts} onClose={close} />}
        {open === 'find' && <FindDomainDialog accounts={accounts} onClose={close} />}
      </Suspense>
    </div>
  )
}
