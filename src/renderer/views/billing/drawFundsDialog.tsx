import { type ReactNode, useEffect } from 'react'
import type { FundsDialog } from '../../state/app'
import { billing } from '../../state/billing'
import { AddFundsDialog } from './AddFundsDialog'
import { AutoRechargeDialog } from './AutoRechargeDialog'
import { BillingDetailsDialog } from './BillingDetailsDialog'
import { UpgradeDialog } from './UpgradeDialog'

/** What is written about what an account pays; nothing while its account is not known. */
export const drawFundsDialog = (dialog: FundsDialog, onClose: () => void): ReactNode =>
  dialog.kind === 'upgrade-subscription' ? (
    <UpgradeDialog {...dialog} onClose={onClose} />
  ) : (
    <OfAccount dialog={dialog} onClose={onClose} />
  )

interface OfAccountProps {
  readonly dialog: Exclude<FundsDialog, { kind: 'upgrade-subscription' }>
  readonly onClose: () => void
}

function OfAccount({ dialog, onClose }: OfAccountProps) {
  const { data, status } = billing.use()
  const found = data?.find(({ accountId }) => accountId === dialog.accountId)
  useEffect(() => {
    if (data === null) void billing.refresh()
    // What it is about may go while it is open, or cannot be read: its screen says so.
    if (found === undefined && (data !== null || status === 'failed')) onClose()
  }, [data, found, status, onClose])
  if (found === undefined) return null
  const about = { billing: found, onClose }
  switch (dialog.kind) {
    case 'add-funds':
      return <AddFundsDialog {...about} />
    case 'auto-recharge':
      return <AutoRechargeDialog {...about} />
    case 'billing-details':
      return <BillingDetailsDialog {...about} />
    default:
      return dialog.kind satisfies never
  }
}
