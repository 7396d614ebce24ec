import { Wallet } from 'lucide-react'
import type { Overview } from '../../../shared/litemail/fleet'
import { fleetAge } from '../../../shared/text/fleetParts'
import { dollars } from '../../../shared/text/money'
import { toldUnlessHidden } from '../../../shared/text/sensitive'
import { overviewText } from '../../../shared/text/window/overview'
import { showBilling } from '../../state/app'
import { useIsSensitiveHidden } from '../../state/sensitive'
import { useExactNow } from '../../ui/Age'
import { Sensitive } from '../../ui/Sensitive'
import { Card, NotLoaded } from './Card'
import { Figure } from './Figure'

/** What each account has to pay with. */
export function WalletCard({ wallets }: Pick<Overview, 'wallets'>) {
  const now = useExactNow()
  const isHidden = useIsSensitiveHidden()
  return (
    <Card title={overviewText.wallets} icon={Wallet} width="third">
      {wallets.length === 0 && <NotLoaded words={overviewText.notLoaded} />}
      <ul className="flex flex-col gap-3">
        {wallets.map(({ accountId, accountName, balance, isAutoRecharging, at }) => (
          <li key={accountId} className="flex flex-col">
            {/* Beside each other where there is room for both, else below. */}
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="max-w-full truncate" title={accountName}>
                {accountName}
              </span>
              {balance === null ? (
                <span className="shrink-0 text-ink-soft">
                  {at === null ? overviewText.notLoaded : overviewText.noBalance}
                </span>
              ) : (
                <Figure
                  name={`${overviewText.balanceOf(accountName)}: ${toldUnlessHidden(dollars(balance), isHidden)}`}
                  onPress={() => showBilling(accountId)}
                  className="shrink-0 text-lg font-semibold"
                >
                  <Sensitive>{dollars(balance)}</Sensitive>
                </Figure>
              )}
            </div>
            {balance !== null && (
              <p className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-soft">
                <span>
                  {isAutoRecharging === null ? '' : overviewText.recharging[isAutoRecharging ? 'on' : 'off']}
                </span>
                {at !== null && <span>{overviewText.readAt(fleetAge(at, now))}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
