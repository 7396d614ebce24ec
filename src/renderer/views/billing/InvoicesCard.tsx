import { ReceiptText } from 'lucide-react'
import { useMemo } from 'react'
import { billingText, invoicesText } from '../../../shared/text/window/billing'
import { showOperations } from '../../state/app'
import { invoices } from '../../state/onDemand'
import { Button } from '../../ui/Button'
import { OnDemandAnswer } from '../operations/read/OnDemandAnswer'
import { Card } from '../overview/Card'

/** What an account was billed for, in the words of Litemail. */
export function InvoicesCard({ accountId }: { readonly accountId: string }) {
  const about = useMemo(() => ({ id: accountId, accountId, workspaceId: '' }), [accountId])
  return (
    <Card title={invoicesText.title} icon={ReceiptText} width="whole">
      <OnDemandAnswer store={invoices} text={invoicesText} about={about}>
        <Button
          look="quiet"
          onPress={() => showOperations({ accountId, operation: invoices.operation, part: 'read' })}
        >
          {billingText.inOperations}
        </Button>
      </OnDemandAnswer>
    </Card>
  )
}
