import { useState } from 'react'
import type { AccountBilling } from '../../../shared/billing'
import { fundsText as text } from '../../../shared/text/window/funds'
import { readPayment } from '../../fields/amount'
import { openJob } from '../../state/jobs'
import { propose } from '../../state/planning'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Sensitive } from '../../ui/Sensitive'
import { AmountField } from './AmountField'

export interface FundsDialogProps {
  readonly billing: AccountBilling
  readonly onClose: () => void
}

/** An amount to be paid into the wallet of an account, at a page that Litemail answers with. */
export function AddFundsDialog({ billing: { accountId, accountName, wallet }, onClose }: FundsDialogProps) {
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const now = useExactNow()

  function proceed() {
    setIsTried(true)
    const read = readPayment(typed)
    if ('why' in read) return
    const rows = [{ workspaceId: '', inputs: { amount: read.amount } }]
    // The page to pay at stands with what came of it.
    propose({ operation: 'wallet.addBalance', of: { accountId, rows } }, ({ id }) => openJob(id))
  }

  return (
    <Dialog
      title={text.addTitle(accountName)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.addLead}</p>
      <AmountField
        label={text.amount}
        value={typed}
        onChange={setTyped}
        read={readPayment}
        isTried={isTried}
        autoFocus
      />
      <p className="text-sm text-ink-soft">
        {wallet === null || wallet.balance === null ? (
          text.noBalance
        ) : (
          <Sensitive>{text.balance(wallet.balance, wallet.at, now)}</Sensitive>
        )}{' '}
        {wallet?.isAutoRecharging === true && text.rechargeIsOn}
      </p>
    </Dialog>
  )
}
