import { useEffect } from 'react'
import type { AccountBilling } from '../../../shared/billing'
import type { FleetNoun } from '../../../shared/litemail/fleet'
import { billingText as text } from '../../../shared/text/window/billing'
import { showBilling, usePlace } from '../../state/app'
import { billing } from '../../state/billing'
import { useHasLitemail } from '../../state/litemail'
import { Problem } from '../../ui/Problem'
import { Reading } from '../../ui/Reading'
import { ScreenHeader } from '../../ui/ScreenHeader'
import { Select } from '../../ui/Select'
import { FleetBands } from '../fleet/FleetBands'
import { FleetStatus } from '../fleet/FleetStatus'
import { NoLitemail } from '../fleet/NoLitemail'
import { RenewalsCard } from '../overview/RenewalsCard'
import { StandingCard } from '../overview/StandingCard'
import { InvoicesCard } from './InvoicesCard'
import { PurseCard } from './PurseCard'
import { SubscriptionsCard } from './SubscriptionsCard'

const NOUNS: readonly FleetNoun[] = ['wallet', 'subscriptions']

/** What an account of Litemail's pays, with what, and when next. What was never read has no figure. */
export function BillingView() {
  const { data, error, status } = billing.use()
  const wanted = usePlace(({ billingOf }) => billingOf)
  const hasLitemail = useHasLitemail()
  useEffect(() => void billing.refresh(), [])
  if (hasLitemail === false) {
    return (
      <>
        <ScreenHeader title={text.title} />
        <NoLitemail />
      </>
    )
  }
  const account = data?.find(({ accountId }) => accountId === wanted) ?? data?.[0]
  return (
    <>
      <ScreenHeader title={text.title}>
        <FleetStatus nouns={NOUNS} />
        {data !== null && data.length > 1 && account !== undefined && (
          <Select
            label={text.account}
            isLabelHidden
            className="w-52"
            value={account.accountId}
            options={data.map(({ accountId, accountName }) => ({ id: accountId, text: accountName }))}
            onChange={showBilling}
          />
        )}
      </ScreenHeader>
      <FleetBands nouns={NOUNS} />
      <div className="@container/overview min-h-0 flex-1 overflow-y-auto">
        {status === 'failed' && error !== null && (
          <div className="mx-auto w-full max-w-250 p-4 pb-0">
            <Problem
              error={error}
              title={text.failed}
              context={{ service: 'litemail', redo: () => void billing.refresh() }}
            />
          </div>
        )}
        {data === null && status === 'loading' && <Reading words={text.reading} />}
        {account !== undefined && <Account account={account} isOnly={data?.length === 1} />}
      </div>
    </>
  )
}

interface AccountProps {
  readonly account: AccountBilling
  readonly isOnly: boolean
}

function Account({ account, isOnly }: AccountProps) {
  const { accountId, accountName, wallet, forecast, subscriptions } = account
  const held = {
    ...{ accountId, accountName, at: wallet?.at ?? null },
    balance: wallet?.balance ?? null,
    isAutoRecharging: wallet?.isAutoRecharging ?? null,
  }
  return (
    <div className="mx-auto grid max-w-250 grid-cols-6 gap-4 p-4">
      <RenewalsCard renewals={forecast} wallets={[held]} isOfAll={isOnly} />
      <PurseCard accountId={accountId} wallet={wallet} />
      <SubscriptionsCard accountId={accountId} subscriptions={subscriptions} />
      <InvoicesCard accountId={accountId} />
      <StandingCard nouns={NOUNS} />
    </div>
  )
}
