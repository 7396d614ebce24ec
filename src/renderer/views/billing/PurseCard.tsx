import { ExternalLink, Wallet as WalletIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Wallet } from '../../../shared/billing'
import { fleetAge } from '../../../shared/text/fleetParts'
import { dollars } from '../../../shared/text/money'
import { billingText as text } from '../../../shared/text/window/billing'
import { fundsText } from '../../../shared/text/window/funds'
import { overviewText } from '../../../shared/text/window/overview'
import { openDialog, openLink } from '../../state/app'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Sensitive } from '../../ui/Sensitive'
import { NotTold } from '../fleetList/Value'
import { Card, NotLoaded } from '../overview/Card'

interface PurseCardProps {
  readonly accountId: string
  readonly wallet: Wallet | null
}

/** What an account has to pay with, whether it fills itself, and what can be done about it. */
export const PurseCard = ({ accountId, wallet }: PurseCardProps) => (
  <Card title={text.wallet} icon={WalletIcon} width="third">
    {wallet === null ? <NotLoaded words={text.notLoaded} /> : <Purse wallet={wallet} />}
    <div className="flex flex-wrap gap-2">
      <Button onPress={() => openDialog({ kind: 'add-funds', accountId })}>{fundsText.addFunds}</Button>
      <Button onPress={() => openDialog({ kind: 'auto-recharge', accountId })}>{fundsText.recharge}</Button>
      <Button onPress={() => openDialog({ kind: 'billing-details', accountId })}>{fundsText.details}</Button>
      <Button
        look="quiet"
        icon={<ExternalLink className="size-4" aria-hidden="true" />}
        onPress={() => void openLink('litemail')}
      >
        {text.openLitemail}
      </Button>
    </div>
  </Card>
)

function Purse({ wallet }: { readonly wallet: Wallet }) {
  const { balance, isAutoRecharging, rechargeBelow, rechargeBy, at } = wallet
  const now = useExactNow()
  return (
    <>
      <dl className="flex flex-col gap-1.5">
        <Line name={text.balance}>
          {balance === null ? (
            overviewText.noBalance
          ) : (
            <span className="text-lg font-semibold">
              <Sensitive>{dollars(balance)}</Sensitive>
            </span>
          )}
        </Line>
        <Line name={text.recharge}>
          {isAutoRecharging === null ? <NotTold /> : text.recharging[isAutoRecharging ? 'on' : 'off']}
        </Line>
        {isAutoRecharging === true && (
          <>
            <Line name={text.rechargeBelow}>
              <Amount amount={rechargeBelow} />
            </Line>
            <Line name={text.rechargeBy}>
              <Amount amount={rechargeBy} />
            </Line>
          </>
        )}
      </dl>
      <p className="text-sm text-ink-soft">{overviewText.readAt(fleetAge(at, now))}</p>
    </>
  )
}

const Amount = ({ amount }: { readonly amount: number | null }) =>
  amount === null ? <NotTold /> : <Sensitive>{dollars(amount)}</Sensitive>

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-3">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="text-right select-text">{children}</dd>
  </div>
)
