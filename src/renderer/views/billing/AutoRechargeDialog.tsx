import { useState } from 'react'
import type { Wallet } from '../../../shared/billing'
import { fundsText as text } from '../../../shared/text/window/funds'
import { readAmount, readPayment } from '../../fields/amount'
import { propose } from '../../state/planning'
import { useExactNow } from '../../ui/Age'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Sensitive } from '../../ui/Sensitive'
import { Tick } from '../../ui/Tick'
import type { FundsDialogProps } from './AddFundsDialog'
import { AmountField } from './AmountField'

const typedOf = (amount: number | null | undefined): string => (amount == null ? '' : String(amount))

/** Whether the wallet of an account fills itself, below what, and by how much. */
export function AutoRechargeDialog({ billing, onClose }: FundsDialogProps) {
  const { accountId, accountName, wallet } = billing
  const [isOn, setIsOn] = useState(wallet?.isAutoRecharging ?? false)
  const [below, setBelow] = useState(typedOf(wallet?.rechargeBelow))
  const [by, setBy] = useState(typedOf(wallet?.rechargeBy))
  const [isTried, setIsTried] = useState(false)

  function proceed() {
    setIsTried(true)
    const threshold = readAmount(below)
    const minimum = readPayment(by)
    if ('why' in threshold || 'why' in minimum) return
    const inputs = { enable: isOn, threshold: threshold.amount, minimumRechargeAmount: minimum.amount }
    propose(
      { operation: 'wallet.autoRecharge', of: { accountId, rows: [{ workspaceId: '', inputs }] } },
      onClose,
    )
  }

  return (
    <Dialog
      title={text.rechargeTitle(accountName)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      <p className="text-pretty text-ink-soft">{text.rechargeLead}</p>
      <Before wallet={wallet} />
      <Tick label={text.rechargeOn} isSelected={isOn} onChange={setIsOn} />
      <div className="grid grid-cols-2 items-start gap-4">
        <AmountField label={text.threshold} value={below} onChange={setBelow} isTried={isTried} />
        <AmountField label={text.minimum} value={by} onChange={setBy} read={readPayment} isTried={isTried} />
      </div>
      <p className="text-sm text-ink-soft">{text.rechargeAll}</p>
    </Dialog>
  )
}

/** How it stands, as it was last read. */
function Before({ wallet }: { readonly wallet: Wallet | null }) {
  const now = useExactNow()
  const { on, off, unknown } = text.rechargeNow
  const told =
    wallet === null || wallet.isAutoRecharging === null
      ? unknown
      : wallet.isAutoRecharging
        ? on(wallet.rechargeBelow, wallet.rechargeBy)
        : off
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-lg border border-line bg-sunken px-3 py-2">
      <dt className="text-ink-soft">{text.rechargeBefore}</dt>
      <dd className="select-text">
        <Sensitive>{told}</Sensitive>
        {wallet !== null && <span className="text-sm text-ink-soft"> {text.readAt(wallet.at, now)}</span>}
      </dd>
    </dl>
  )
}
