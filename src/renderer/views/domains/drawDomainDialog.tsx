import type { ReactNode } from 'react'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { DomainDialog } from '../../state/app'
import { ConnectDomainsDialog } from './connect/ConnectDomainsDialog'
import { FindDomainDialog } from './find/FindDomainDialog'

/** How domains come to an account; null where there is none. */
export function drawDomainDialog(
  { kind, accountId }: DomainDialog,
  accounts: readonly LitemailAccount[] | null,
  onClose: () => void,
): ReactNode {
  if (accounts === null || accounts.length === 0) return null
  // One that is gone is not meant.
  const meant = accounts.some(({ id }) => id === accountId) ? accountId : null
  const about = { accounts, meant, onClose }
  switch (kind) {
    case 'connect-domains':
      return <ConnectDomainsDialog {...about} />
    case 'find-domain':
      return <FindDomainDialog {...about} />
    default:
      return kind satisfies never
  }
}
