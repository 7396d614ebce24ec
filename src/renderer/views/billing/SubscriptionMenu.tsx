import { ChevronDown } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import type { Subscription } from '../../../shared/billing'
import { fundsText as text } from '../../../shared/text/window/funds'
import { openDialog } from '../../state/app'
import { propose } from '../../state/planning'
import { Button } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'

interface SubscriptionMenuProps {
  readonly accountId: string
  readonly subscription: Subscription
}

/** What can be done about a subscription. Of one that is over nothing can. */
export function SubscriptionMenu({ accountId, subscription }: SubscriptionMenuProps) {
  const { plan, serviceId, workspaceId, renewal } = subscription
  if (renewal === 'over') return null
  const cancel = () => {
    const rows = [{ workspaceId, inputs: { id: serviceId } }]
    propose({ operation: 'subscriptions.cancel', of: { accountId, rows } })
  }
  return (
    <MenuTrigger>
      <Button
        look="quiet"
        size="small-icon"
        aria-label={text.change(plan)}
        icon={<ChevronDown className="size-4" aria-hidden="true" />}
      />
      <Menu label={text.change(plan)} placement="bottom end">
        <MenuItem onAction={() => openDialog({ kind: 'upgrade-subscription', accountId, subscription })}>
          {text.upgrade}
        </MenuItem>
        <MenuItem onAction={cancel}>{text.cancel}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
