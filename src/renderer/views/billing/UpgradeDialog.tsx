import { useState } from 'react'
import type { Subscription } from '../../../shared/billing'
import { fundsText as text } from '../../../shared/text/window/funds'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'

interface UpgradeDialogProps {
  readonly accountId: string
  readonly subscription: Subscription
  readonly onClose: () => void
}

/** Another plan for a subscription. Which there are Litemail does not tell. */
export function UpgradeDialog({ accountId, subscription, onClose }: UpgradeDialogProps) {
  const { plan, serviceId, workspaceId } = subscription
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const newPlan = typed.trim()
  const complaint = newPlan === '' ? text.newPlanEmpty : newPlan === plan ? text.newPlanSame : null

  function proceed() {
    setIsTried(true)
    if (complaint !== null) return
    const rows = [{ workspaceId, inputs: { id: serviceId, newPlan } }]
    propose({ operation: 'subscriptions.upgrade', of: { accountId, rows } }, onClose)
  }

  return (
    <Dialog
      title={text.upgradeTitle(plan)}
      onClose={onClose}
      onSubmit={proceed}
      action={
        <Button look="primary" type="submit">
          {text.proceed}
        </Button>
      }
    >
      {plan !== null && (
        <p className="text-ink-soft">
          {text.planNow}: <bdi className="text-ink select-text">{plan}</bdi>
        </p>
      )}
      <TextField
        label={text.newPlan}
        value={typed}
        onChange={setTyped}
        complaint={complaint}
        isTried={isTried}
        hint={text.newPlanHint}
        maxLength={200}
        autoFocus
      />
    </Dialog>
  )
}
