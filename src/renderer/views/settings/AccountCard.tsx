import { Star } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '../../../shared/account'
import { accountsText } from '../../../shared/text/window/accounts'
import { commonText, figure } from '../../../shared/text/window/common'
import { dayText } from '../../../shared/text/window/time'
import { checkKey, makeDefault } from '../../state/accounts'
import { openDialog, showApiPath } from '../../state/app'
import { Button } from '../../ui/Button'
import { AccountRemarks } from './AccountRemarks'
import { AllowanceLines } from './AllowanceLines'
import { Fact } from './Fact'
import { KeyStanding } from './KeyStanding'
import { useWantedCard } from './useWantedCard'

const { facts } = accountsText

/** One account: how its key stands, what is left of its allowance, and what can be changed. */
export function AccountCard({ account }: { readonly account: Account }) {
  const { id, name, origin, plan, requestsPerHour, keyEndsOn, isDefault, keyStanding } = account
  const card = useWantedCard(id)
  const [isChecking, setIsChecking] = useState(false)
  const check = async () => {
    setIsChecking(true)
    await checkKey(id)
    setIsChecking(false)
  }
  const planText =
    requestsPerHour === null
      ? commonText.plans[plan]
      : `${commonText.plans[plan]}, ${accountsText.ownRequests(figure(requestsPerHour))}`
  return (
    <article
      ref={card}
      aria-label={name}
      tabIndex={-1}
      className="rounded-lg border border-line bg-raised focus-visible:outline-2 focus-visible:outline-focus"
    >
      <header className="flex items-center gap-2 border-b border-line py-2.5 pr-4 pl-3">
        <Button
          look="quiet"
          size="icon"
          aria-label={isDefault ? accountsText.isDefault : accountsText.makeDefault}
          aria-pressed={isDefault}
          icon={
            <Star
              className={isDefault ? 'size-4 fill-accent-ink text-accent-ink' : 'size-4 text-ink-soft'}
              aria-hidden="true"
            />
          }
          onPress={() => {
            if (!isDefault) void makeDefault(id)
          }}
        />
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-semibold select-text" title={name}>
            {name}
          </h3>
        </div>
        <KeyStanding standing={keyStanding} />
      </header>
      <div className="flex flex-col gap-4 p-4">
        <AccountRemarks account={account} />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 select-text">
          <Fact name={facts.server}>
            <span className="font-mono wrap-anywhere">{origin}</span>
          </Fact>
          <Fact name={facts.plan}>{planText}</Fact>
          <Fact name={facts.key}>
            {accountsText.kept[keyStanding === 'absent' ? 'nowhere' : account.keyKept]}
          </Fact>
          <Fact name={facts.endsOn}>
            {keyEndsOn === null ? (
              <span className="text-ink-soft">{accountsText.noEnd}</span>
            ) : (
              dayText(keyEndsOn)
            )}
          </Fact>
          <AllowanceLines account={account} />
        </dl>
        <div className="flex flex-wrap gap-2">
          {keyStanding !== 'absent' && (
            <Button size="small" isPending={isChecking} onPress={() => void check()}>
              {isChecking ? accountsText.checking : accountsText.checkKey}
            </Button>
          )}
          <Button
            size="small"
            look={keyStanding === 'absent' ? 'primary' : 'secondary'}
            onPress={() => openDialog({ kind: 'replace-key', accountId: id })}
          >
            {keyStanding === 'absent' ? accountsText.enterKey : accountsText.replaceKey}
          </Button>
          <Button size="small" onPress={() => openDialog({ kind: 'edit-account', accountId: id })}>
            {accountsText.edit}
          </Button>
          <Button size="small" onPress={() => showApiPath(id, null)}>
            {accountsText.apiPaths}
          </Button>
          <Button
            size="small"
            look="quiet-danger"
            className="ml-auto"
            onPress={() => openDialog({ kind: 'remove-account', accountId: id })}
          >
            {accountsText.remove}
          </Button>
        </div>
      </div>
    </article>
  )
}
